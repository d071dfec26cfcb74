import { figureFields, formatFigure, indicatorCell } from '@accord/domain'
import { memo, useMemo, useState } from 'react'
import { formatTarget } from '#charts/prepare/summaries.ts'
import { RatedWord } from '#charts/status-word.tsx'
import { Cell, Row, RowHead } from '#ui/table.tsx'
import type { DraftCell } from './draft-cell.ts'
import { useItem, useMayChange, useRoom, useSummary } from './draft-context.tsx'
import { type IndicatorModel, mayChangeAny } from './return-model.ts'
import { coverWords, nextDueWords, polarityWord } from './return-words.ts'
import { Figures } from './row-figures.tsx'
import { RowMore } from './row-more.tsx'
import { type RowReading, readRow } from './row-reading.ts'
import { SaveLine } from './save-mark.tsx'
import { saveWords } from './save-words.ts'

type IndicatorRowProps = {
  slug: string
  /** The answer that was followed to from elsewhere: what holds it is opened. */
  revealed: string | null
}

/** One indicator of the grid: what is known of it, its boxes, what they come to, and what they ask for. */
export const IndicatorRow = memo(function IndicatorRow({ slug, revealed }: IndicatorRowProps) {
  const { model } = useRoom()
  const { cells, texts } = useItem(`indicators/${slug}`)
  const found = model.bySlug.get(slug)
  const reading = useMemo(
    () => (found === undefined ? null : readRow(model, found, texts)),
    [model, found, texts],
  )
  if (found === undefined || reading === null) return null
  const textOf = (field: Parameters<typeof indicatorCell>[1]) => texts.get(indicatorCell(slug, field)) ?? ''
  return <DrawnRow found={found} reading={reading} cells={cells} textOf={textOf} revealed={revealed} />
})

type DrawnRowProps = {
  found: IndicatorModel
  reading: RowReading
  cells: ReadonlyMap<string, DraftCell>
  textOf: (field: Parameters<typeof indicatorCell>[1]) => string
  revealed: string | null
}

function DrawnRow({ found, reading, cells, textOf, revealed }: DrawnRowProps) {
  const { model } = useRoom()
  const { row } = found
  const { id: slug, code, title, unit, isDue, before } = row
  const hasFigure = figureFields.some((field) => textOf(field) !== '')
  const isOpen = useMayChange(indicatorCell(slug, 'commentary'))
  const [wantsComment, setWantsComment] = useState(false)
  const [wantsReason, setWantsReason] = useState(false)
  const [wantsForecast, setWantsForecast] = useState(false)
  const isUnsavedThere = [...cells.values()].some((cell) => isFaulty(cell) && isOfExplanation(cell.cell))
  const hasExplanation =
    isUnsavedThere || textOf('forecast') !== '' || reading.checks.some(({ cell }) => isOfExplanation(cell))
  const faults = [...cells.values()].filter((cell) => isFaulty(cell) && isOfFigure(cell.cell))
  const format = { unit, decimals: row.decimals }
  const isMissing = textOf('missing') !== ''
  const shows = {
    warning: reading.warning !== null,
    explanation: reading.isShort || wantsForecast || hasExplanation,
    reason: isMissing || wantsReason || revealed === indicatorCell(slug, 'missing'),
    comment:
      wantsComment ||
      textOf('commentary') !== '' ||
      isMissing ||
      revealed === indicatorCell(slug, 'commentary'),
  }
  return (
    <>
      <Row>
        <RowHead>
          <span className="code">
            {code}, {polarityWord(row)}
          </span>
          <span className="row-title">{title}</span>
          <span className="row-hint">{coverWords(row.measure, model.quarterlyReturn.quarter.endsOn)}</span>
        </RowHead>
        <Known label="Year ago" value={row.yearAgo} format={format} />
        <Known label="Last quarter" value={row.lastQuarter} format={format} />
        <Cell className="number" label="Target">
          {row.target === null ? '–' : formatTarget(row.target, format)}
        </Cell>
        <Cell className="row-entry">
          {!isDue && !hasFigure ? (
            <p className="small muted">{nextDueWords(row.measure, model.quarterIndex)}</p>
          ) : (
            <Figures found={found} reading={reading} faults={faults} textOf={textOf} />
          )}
        </Cell>
        <Cell className="row-status">
          <RatedWord
            rating={{ status: reading.rating.status, reason: reading.reason, why: reading.why }}
            about={`${code} as entered`}
            withReason
          />
          <RowSaving cells={cells} slug={slug} isDue={isDue} toConfirm={isToConfirm(reading)} />
          {isOpen && (isDue || hasFigure) ? (
            <span className="row-asks">
              {shows.comment ? null : (
                <button type="button" className="link-button" onClick={() => setWantsComment(true)}>
                  Comment <span className="visually-hidden">on {code}</span>
                </button>
              )}
              {shows.explanation || !hasFigure ? null : (
                <button type="button" className="link-button" onClick={() => setWantsForecast(true)}>
                  Year end <span className="visually-hidden">forecast for {code}</span>
                </button>
              )}
              {hasFigure || shows.reason ? null : (
                <button type="button" className="link-button" onClick={() => setWantsReason(true)}>
                  No figure? <span className="visually-hidden">Say why for {code}</span>
                </button>
              )}
            </span>
          ) : null}
        </Cell>
      </Row>
      {Object.values(shows).some(Boolean) || faults.some(({ state }) => state === 'conflict') ? (
        <RowMore
          found={found}
          reading={reading}
          conflicts={faults.filter(({ state }) => state === 'conflict')}
          shows={shows}
          before={before}
          textOf={textOf}
          isUnsavedThere={isUnsavedThere}
        />
      ) : null}
    </>
  )
}

const explanationFields = ['cause', 'action', 'owner', 'due', 'forecast', 'forecastReason']

/** Something is asked of it, or it cannot be kept: then its box must be there, whatever the rating. */
function isOfExplanation(cell: string): boolean {
  return explanationFields.some((field) => cell.endsWith(`/${field}`))
}

const figureLike = [...figureFields, 'missing', 'confirmation']

function isOfFigure(cell: string): boolean {
  return figureLike.some((field) => cell.endsWith(`/${field}`))
}

function isFaulty({ state }: DraftCell): boolean {
  return state === 'invalid' || state === 'locked' || state === 'conflict'
}

function isToConfirm({ warning }: RowReading): boolean {
  return warning !== null && warning.confirmation === null
}

type KnownProps = { label: string; value: string | null; format: { unit: string; decimals: number } }

function Known({ label, value, format }: KnownProps) {
  return (
    <Cell className="number" label={label}>
      {value === null ? '–' : formatFigure(value, format)}
    </Cell>
  )
}

type RowSavingProps = {
  cells: ReadonlyMap<string, DraftCell>
  slug: string
  isDue: boolean
  toConfirm: boolean
}

function RowSaving({ cells, slug, isDue, toConfirm }: RowSavingProps) {
  const { model } = useRoom()
  const { status } = useSummary()
  const words = saveWords([...cells.values()], { ...status, today: model.quarterlyReturn.today, toConfirm })
  if (!mayChangeAny(model.quarterlyReturn, `indicators/${slug}`)) return null
  if (words === null)
    return isDue ? null : <SaveLine words={{ mark: 'saved', strong: '', rest: 'Nothing to do' }} />
  return <SaveLine words={words} />
}
