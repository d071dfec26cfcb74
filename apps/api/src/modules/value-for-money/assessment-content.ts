import type {
  AssessmentAnswer,
  Investment,
  InvestmentKind,
  Polarity,
  RecordAccess,
  Saving,
  VfmRating,
} from '@accord/domain'
import { day, many } from '#api/sql.ts'

export type JudgementRow = { criterion: string; rating: VfmRating | null; judgement: string | null }

export type FileRow = {
  id: string
  name: string
  mediaType: string
  size: number
  access: RecordAccess
  paragraph: number | null
}

export type EvidenceRow = {
  id: string
  criterion: string
  title: string
  note: string | null
  url: string | null
  file: FileRow | null
  indicator: { id: string; code: string; title: string } | null
  access: RecordAccess
  paragraph: number | null
  addedBy: string
  addedOn: string
}

export type OutcomeRow = {
  title: string
  /** The place of its indicator in a framework. */
  placeId: string | null
  indicator: { id: string; code: string } | null
  actual: string | null
  target: string | null
  unit: string | null
  decimals: number | null
  polarity: Polarity | null
}

export type BenefitKind = 'building_relationships' | 'intelligence_sharing' | 'liaison' | 'innovation'

/** All that an assessment says: as it is now, or as it was agreed last while it is a draft again. */
export type AssessmentContent = {
  rating: VfmRating | null
  ratingReason: string | null
  answer: AssessmentAnswer | null
  answerReason: string | null
  assessedBy: { name: string; jobTitle: string | null }
  assessedOn: string
  moderatedBy: string | null
  moderatedOn: string | null
  agreedBy: string | null
  agreedOn: string | null
  judgements: JudgementRow[]
  evidence: EvidenceRow[]
  investments: (Investment & { kind: InvestmentKind; title: string })[]
  savings: (Saving & { title: string; signedOn: string | null })[]
  benefits: { kind: BenefitKind; rating: VfmRating | null; evidence: string | null }[]
  outcomes: OutcomeRow[]
}

const JUDGEMENTS = `SELECT k.slug AS criterion, j.rating, j.judgement FROM vfm_judgement j
  JOIN vfm_criterion k ON k.id = j.criterion_id WHERE j.assessment_id = a.id ORDER BY k.position`

const FILE = `CASE WHEN f.id IS NULL THEN NULL ELSE json_build_object('id', f.id, 'name', f.name,
  'mediaType', f.media_type, 'size', f.size, 'access', f.access, 'paragraph', f.exempt_paragraph) END`

const INDICATOR = `CASE WHEN i.id IS NULL THEN NULL ELSE json_build_object('id', i.slug, 'code', i.code, 'title', i.short_title) END`

const EVIDENCE = `SELECT e.id, k.slug AS criterion, e.title, e.note, e.url, ${FILE} AS file, ${INDICATOR} AS indicator,
    e.access, e.exempt_paragraph AS paragraph, who.name AS "addedBy", ${day('e.added_on')} AS "addedOn"
  FROM vfm_evidence e JOIN vfm_criterion k ON k.id = e.criterion_id JOIN person who ON who.id = e.added_by_id
    LEFT JOIN stored_file f ON f.id = e.file_id LEFT JOIN framework_indicator fi ON fi.id = e.framework_indicator_id
    LEFT JOIN indicator i ON i.id = fi.indicator_id
  WHERE e.assessment_id = a.id AND e.withdrawn_on IS NULL ORDER BY k.position, e.added_on, e.title`

const INVESTMENTS = `SELECT v.kind, v.title, trim_scale(v.hours)::text AS hours, v.pence FROM vfm_investment v
  WHERE v.assessment_id = a.id ORDER BY v.position`

const SAVINGS = `SELECT v.kind, v.title, v.pence, v.signed_by AS "signedBy", ${day('v.signed_on')} AS "signedOn"
  FROM vfm_saving v WHERE v.assessment_id = a.id ORDER BY v.position`

const BENEFITS = `SELECT b.kind, b.rating, b.evidence FROM vfm_benefit b WHERE b.assessment_id = a.id ORDER BY b.kind`

const OUTCOMES = `SELECT v.title, v.framework_indicator_id AS "placeId",
    CASE WHEN i.id IS NULL THEN NULL ELSE json_build_object('id', i.slug, 'code', i.code) END AS indicator,
    trim_scale(v.actual)::text AS actual, trim_scale(v.target)::text AS target, v.unit, v.decimals, v.polarity
  FROM vfm_outcome v LEFT JOIN framework_indicator fi ON fi.id = v.framework_indicator_id
    LEFT JOIN indicator i ON i.id = fi.indicator_id
  WHERE v.assessment_id = a.id ORDER BY v.position`

/** AssessmentContent of `a` (vfm_assessment) as JSON. */
export const CONTENT = `(SELECT json_build_object(
  'rating', a.rating, 'ratingReason', a.rating_reason, 'answer', a.answer, 'answerReason', a.answer_reason,
  'assessedBy', json_build_object('name', maker.name, 'jobTitle', maker.job_title), 'assessedOn', ${day('a.assessed_on')},
  'moderatedBy', moderator.name, 'moderatedOn', ${day('a.moderated_on')},
  'agreedBy', agreer.name, 'agreedOn', ${day('a.agreed_on')},
  'judgements', ${many(JUDGEMENTS)}, 'evidence', ${many(EVIDENCE)}, 'investments', ${many(INVESTMENTS)},
  'savings', ${many(SAVINGS)}, 'benefits', ${many(BENEFITS)}, 'outcomes', ${many(OUTCOMES)})
  FROM person maker LEFT JOIN person moderator ON moderator.id = a.moderated_by_id
    LEFT JOIN person agreer ON agreer.id = a.agreed_by_id
  WHERE maker.id = a.assessed_by_id)`
