import { exemptWithheld, type RecordAccess } from '@accord/domain'
import type { Context } from '#api/context.ts'
import { mayReadOf } from '#api/council-roles.ts'
import type { InterviewNoteRow, RecommendationRow, ScrutinyRow, WorkItemRow } from './scrutiny.queries.ts'

type Marked = { id: string; councilId: string; access: RecordAccess; paragraph: number | null }

export type ReadableScrutiny = {
  workItems: WorkItemRow[]
  recommendations: RecommendationRow[]
  interviewNotes: InterviewNoteRow[]
  /** What is said of the exempt ones that are not among these; of confidential ones nothing is. */
  withheld: { workItems: string | null; recommendations: string | null; interviewNotes: string | null }
}

/** Splits records by what the reader may read, with what is said of the rest. */
function split<Row extends Marked>(
  rows: readonly Row[],
  { actor }: Pick<Context, 'actor'>,
  words: { noun: string; nouns?: string },
) {
  const mayRead = (row: Row) => mayReadOf(actor, row.access, row.councilId)
  return {
    readable: rows.filter(mayRead),
    withheld: exemptWithheld(
      rows.filter((row) => !mayRead(row)),
      words,
    ),
  }
}

export function readableScrutiny(row: ScrutinyRow, context: Pick<Context, 'actor'>): ReadableScrutiny {
  const workItems = split(row.workItems, context, {
    noun: 'item of the work programme',
    nouns: 'items of the work programme',
  })
  const recommendations = split(row.recommendations, context, { noun: 'recommendation' })
  const interviewNotes = split(row.interviewNotes, context, { noun: 'interview note' })
  return {
    workItems: workItems.readable,
    recommendations: recommendations.readable,
    interviewNotes: interviewNotes.readable,
    withheld: {
      workItems: workItems.withheld,
      recommendations: recommendations.withheld,
      interviewNotes: interviewNotes.withheld,
    },
  }
}
