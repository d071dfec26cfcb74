import type { AreaUnderTest } from './area-under-test.ts'
import { type Load, type Measured, measure, quantile } from './load.ts'
import type { MeasuredProcess } from './measured-process.ts'

export type Subject = 'cold' | 'cached' | 'unchanged' | 'statement' | 'bytes' | 'notModified'

export type Sample = Measured & { cpuMicrosecondsPerAnswer: number; statementsPerAnswer: number }

/** Product and bare take turns, so that a busy moment of the machine falls on both. */
const TURNS: readonly Subject[] = ['cold', 'statement', 'cached', 'bytes', 'unchanged', 'notModified']

function processOf(area: AreaUnderTest, subject: Subject): MeasuredProcess {
  return subject === 'cold' || subject === 'cached' || subject === 'unchanged' ? area.product : area.bare
}

async function sample({
  area,
  subject,
  seconds,
}: {
  area: AreaUnderTest
  subject: Subject
  seconds: number
}): Promise<Sample> {
  const server = processOf(area, subject)
  const load: Load = {
    port: server.port,
    connections: area.readers,
    seconds,
    requests: area.asks[subject],
    expectedStatus: subject === 'unchanged' || subject === 'notModified' ? 304 : 200,
  }
  if (subject === 'cold' || subject === 'statement') await area.moveVersions()
  if (subject === 'cached' || subject === 'unchanged') await area.warm()
  const before = await server.report()
  const measured = await measure(load)
  const after = await server.report()
  return {
    ...measured,
    cpuMicrosecondsPerAnswer: (after.cpuMicroseconds - before.cpuMicroseconds) / measured.answers,
    statementsPerAnswer: (after.statements - before.statements) / measured.answers,
  }
}

const median = (values: readonly number[]) =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  )

export type Results = Record<Subject, Sample>

function mediansOf(samples: readonly Sample[]): Sample {
  const of = (pick: (sample: Sample) => number) => median(samples.map(pick))
  return {
    perSecond: of((one) => one.perSecond),
    p50: of((one) => one.p50),
    p99: of((one) => one.p99),
    answers: of((one) => one.answers),
    cpuMicrosecondsPerAnswer: of((one) => one.cpuMicrosecondsPerAnswer),
    statementsPerAnswer: of((one) => one.statementsPerAnswer),
  }
}

/**
 * Rounds over all areas and subjects after one that only warms up. The order turns round each time, so that
 * nothing is always first. The answer is the median of the rounds, for each area in the order given.
 */
export async function measureRounds(
  areas: readonly AreaUnderTest[],
  { rounds, seconds, warmUpSeconds }: { rounds: number; seconds: number; warmUpSeconds: number },
): Promise<Results[]> {
  const steps = areas.flatMap((area) => TURNS.map((subject) => ({ area, subject, samples: [] as Sample[] })))
  for (const step of steps) await sample({ ...step, seconds: warmUpSeconds })
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? steps : steps.toReversed()
    for (const step of order) step.samples.push(await sample({ ...step, seconds }))
  }
  return areas.map((area) => {
    const of = (subject: Subject) =>
      mediansOf(steps.find((step) => step.area === area && step.subject === subject)?.samples ?? [])
    return {
      cold: of('cold'),
      cached: of('cached'),
      unchanged: of('unchanged'),
      statement: of('statement'),
      bytes: of('bytes'),
      notModified: of('notModified'),
    }
  })
}
