import { RatingScale, RatingScaleHead } from '#charts/draw/rating-scale.tsx'
import type { Place } from '#lib/paths.ts'
import { Section } from '#ui/section.tsx'
import { Cell, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { EvidenceList } from './evidence-list.tsx'
import type { Criterion, PartnershipValue } from './value-types.ts'

/** Each criterion with its rating, where the others stand, its judgement and its evidence. */
export function CriteriaSection({ value, place }: { value: PartnershipValue; place: Place }) {
  if (value.criteria.length === 0 || value.assessment === null) return null
  return (
    <Section heading={value.criteriaHeading} note={<ScaleKey value={value} />}>
      <Table
        className="criteria"
        caption="Criteria, ratings, judgement and evidence"
        head={
          <>
            <HeadCell>Criterion</HeadCell>
            <HeadCell>Rating</HeadCell>
            <HeadCell>
              <RatingScaleHead words={value.words} />
              <span className="visually-hidden">Where the others stand</span>
            </HeadCell>
            <HeadCell>Judgement</HeadCell>
            <HeadCell>Evidence</HeadCell>
          </>
        }
      >
        {value.criteria.map((criterion) => (
          <CriterionRow key={criterion.id} criterion={criterion} words={value.words} place={place} />
        ))}
      </Table>
    </Section>
  )
}

type RowProps = { criterion: Criterion; words: readonly string[]; place: Place }

function CriterionRow({ criterion, words, place }: RowProps) {
  const { id, title, question, rating, median, highPerformers, judgement } = criterion
  return (
    <Row>
      <RowHead>
        <span id={id} className="criterion-title" tabIndex={-1}>
          {title}
        </span>
        <span className="visually-hidden">. {question}</span>
      </RowHead>
      <Cell className="criterion-rating">{rating?.word ?? <span className="muted">Not rated</span>}</Cell>
      <Cell className="criterion-scale">
        <span className="scale-head-narrow">
          <RatingScaleHead words={words} />
        </span>
        <RatingScale
          title={title}
          words={words}
          rating={rating?.rating ?? null}
          median={median}
          others={highPerformers}
        />
      </Cell>
      <Cell className="criterion-judgement">
        {judgement ?? <span className="muted">No judgement yet</span>}
      </Cell>
      <Cell className="criterion-evidence">
        <EvidenceList criterion={criterion} place={place} />
      </Cell>
    </Row>
  )
}

function ScaleKey({ value: { medians, highPerformers } }: { value: PartnershipValue }) {
  return (
    <span className="scale-key">
      <span>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <circle className="scale-own" cx="7" cy="7" r="6" />
        </svg>
        this partnership
      </span>
      {medians.assessed === 0 ? null : (
        <span>
          <svg width="6" height="16" viewBox="0 0 6 16" aria-hidden="true">
            <rect className="scale-median" x="1.5" width="3" height="16" />
          </svg>
          median of {medians.assessed} assessed
        </span>
      )}
      {highPerformers.length === 0 ? null : (
        <span>
          <b className="scale-letters">{highPerformers.map(({ letter }) => letter).join(' ')}</b>
          high performers: {highPerformers.map(({ shortName }) => shortName).join(', ')}
        </span>
      )}
    </span>
  )
}
