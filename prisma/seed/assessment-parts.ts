import { BenefitKind, type InvestmentKind, type Prisma } from '../client/generated/client.ts'
import { TOLD_CRITERIA } from './assessment-evidence.ts'
import { ASSESSMENTS, daysBefore, isTold, LATEST_YEAR, type SeededAssessment } from './assessment-years.ts'
import { dateOf } from './calendar.ts'
import { cell, type DataRow, readDataFile } from './data-file.ts'
import { LAA2, placeId } from './frameworks.ts'
import { idFor } from './identity.ts'
import { codesOwnedBy, indicatorRows } from './indicators.ts'
import { CRITERIA, criterionId } from './vfm-scheme.ts'

const WORDS = ['poor', 'fair', 'good', 'excellent']

function judgementOf(assessment: SeededAssessment, criterion: DataRow, rating: number): string {
  const slug = cell(criterion, 'slug')
  const own = TOLD_CRITERIA.find((row) => cell(row, 'criterion') === slug && cell(row, 'judgement') !== '')
  if (isTold(assessment) && own) return cell(own, 'judgement')
  return cell(criterion, WORDS[rating - 1] ?? '')
}

export function judgementRows(): Prisma.VfmJudgementCreateManyInput[] {
  return ASSESSMENTS.flatMap((assessment) =>
    CRITERIA.map((criterion, place) => {
      const rating = assessment.ratings[place] ?? assessment.rating
      const slug = cell(criterion, 'slug')
      return {
        id: idFor('judgement', assessment.id, slug),
        assessmentId: assessment.id,
        criterionId: criterionId(slug),
        rating,
        judgement: judgementOf(assessment, criterion, rating),
      }
    }),
  )
}

/** What went in the year before was a twentieth less, and what was saved a fifth. */
const shareOf = ({ startYear }: SeededAssessment, less: number) => (startYear === LATEST_YEAR ? 1 : 1 - less)

type Investment = { kind: InvestmentKind; title: string; amount: number }

function investmentsIn(assessment: SeededAssessment): Investment[] {
  const number = (column: string) => Number(cell(assessment.row, column))
  const funding: Investment[] = isTold(assessment)
    ? [
        { kind: 'funding', title: 'Cherwell', amount: 38_000 },
        { kind: 'funding', title: 'County', amount: 30_000 },
      ]
    : [{ kind: 'funding', title: 'Cherwell and partners', amount: number('funding') || 64_000 }]
  return [
    {
      kind: 'member_time',
      title: `${cell(assessment.row, 'meetings')} meetings`,
      amount: number('member hours'),
    },
    {
      kind: 'officer_time',
      title: `${cell(assessment.row, 'officers')} officers`,
      amount: number('officer hours'),
    },
    ...funding,
  ]
}

export function investmentRows(): Prisma.VfmInvestmentCreateManyInput[] {
  return ASSESSMENTS.flatMap((assessment) =>
    investmentsIn(assessment).map(({ kind, title, amount }, place) => {
      const counted = Math.round(amount * shareOf(assessment, 0.05))
      return {
        id: idFor('investment', assessment.id, String(place)),
        assessmentId: assessment.id,
        kind,
        title,
        hours: kind === 'funding' ? null : counted,
        pence: kind === 'funding' ? BigInt(counted) * 100n : null,
        position: place + 1,
      }
    }),
  )
}

function savingsOf(assessment: SeededAssessment): Prisma.VfmSavingCreateManyInput[] {
  const pounds = Number(cell(assessment.row, 'saved')) * shareOf(assessment, 0.2)
  const base = { assessmentId: assessment.id, kind: 'cashable' as const }
  const signed = {
    ...base,
    id: idFor('saving', assessment.id, '1'),
    title: cell(assessment.row, 'saving'),
    pence: BigInt(Math.round(pounds)) * 100n,
    signedBy: 'Finance',
    signedOn: isTold(assessment) ? dateOf('2009-06-12') : daysBefore(assessment.agreedOn, 16),
    position: 1,
  }
  const claimed = {
    ...base,
    id: idFor('saving', assessment.id, '2'),
    title: 'Shared vehicle depot',
    pence: 1_200_000n,
    position: 2,
  }
  if (pounds === 0) return []
  return isTold(assessment) ? [signed, claimed] : [signed]
}

export function savingRows(): Prisma.VfmSavingCreateManyInput[] {
  return ASSESSMENTS.flatMap(savingsOf)
}

const BENEFITS = readDataFile('vfm-benefits.csv')

/** '3 Most partners say it works well': the rating, then its evidence. */
function benefitRow(assessment: SeededAssessment, kind: BenefitKind): Prisma.VfmBenefitCreateManyInput {
  const wanted = isTold(assessment) ? 'rural' : String(assessment.ratings.at(-1))
  const row = BENEFITS.find((candidate) => cell(candidate, 'rating') === wanted)
  if (!row) throw new Error(`No benefits for ${wanted}`)
  const text = cell(row, kind)
  return {
    id: idFor('benefit', assessment.id, kind),
    assessmentId: assessment.id,
    kind,
    rating: Number(text.slice(0, 1)),
    evidence: text.slice(2),
  }
}

export function benefitRows(): Prisma.VfmBenefitCreateManyInput[] {
  return ASSESSMENTS.flatMap((assessment) =>
    Object.values(BenefitKind).map((kind) => benefitRow(assessment, kind)),
  )
}

type Outcome = Omit<Prisma.VfmOutcomeCreateManyInput, 'id' | 'assessmentId' | 'position'>

function toldOutcome(row: DataRow): Outcome {
  const code = cell(row, 'indicator')
  if (code !== '') return { title: cell(row, 'title'), frameworkIndicatorId: placeId(LAA2, code) }
  return {
    title: cell(row, 'title'),
    actual: cell(row, 'actual'),
    target: cell(row, 'target'),
    unit: cell(row, 'unit'),
    decimals: Number(cell(row, 'decimals')),
    polarity: 'higher',
  }
}

const TITLES = new Map(indicatorRows().map(({ code, shortTitle }) => [code, shortTitle]))

function outcomesOf(assessment: SeededAssessment): Outcome[] {
  if (isTold(assessment)) return readDataFile('rural-transport-outcomes.csv').map(toldOutcome)
  return codesOwnedBy(assessment.partnership).map((code) => ({
    title: TITLES.get(code) ?? code,
    frameworkIndicatorId: placeId(LAA2, code),
  }))
}

export function outcomeRows(): Prisma.VfmOutcomeCreateManyInput[] {
  return ASSESSMENTS.flatMap((assessment) =>
    outcomesOf(assessment).map((outcome, place) => ({
      ...outcome,
      id: idFor('vfm outcome', assessment.id, String(place)),
      assessmentId: assessment.id,
      position: place + 1,
    })),
  )
}
