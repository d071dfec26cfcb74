import type { Fault, ImportAnswers, ImportQuestion } from './answers.ts'
import type { Asked, Judge } from './judged-indicator.ts'

/** Listed one by one; what is beyond is counted. */
const MOST_LISTED = { error: 100_000, question: 20_000, note: 2_000 } as const

export type FaultCounts = { error: number; question: number; note: number }

/** Gathers what is asked about and what is wrong, and gives the answers there are. */
export function createAnswering({ choices }: ImportAnswers, heading: Judge['heading']) {
  const questions: ImportQuestion[] = []
  const faults: Fault[] = []
  const counts: FaultCounts = { error: 0, question: 0, note: 0 }

  function fault(found: Fault): void {
    counts[found.kind]++
    if (counts[found.kind] <= MOST_LISTED[found.kind]) faults.push(found)
  }

  /** What to go by: the answer, else the proposal, so that the differences can be shown before everything is decided. */
  function ask({ mayBeAnyOrganisation = false, ...question }: Asked & { mayBeAnyOrganisation?: boolean }) {
    const given = choices[question.group]
    const isOne = question.choices.some(({ value }) => value === given)
    const answer = given !== undefined && (isOne || mayBeAnyOrganisation) ? given : null
    questions.push({ ...question, answer, mayBeAnyOrganisation })
    return answer ?? question.proposal
  }

  const answerFor = (group: string) => choices[group] ?? null
  return { ask, fault, answerFor, heading, questions, faults, counts }
}

export type Answering = ReturnType<typeof createAnswering>
