import {
  daysBetween,
  formatFigure,
  formatMediumDate,
  type IndicatorField,
  indicatorCell,
  statusWord,
} from '@accord/domain'
import { useMemo } from 'react'
import { AnswerBox } from './answer-box.tsx'
import { useMayChange, useRoom } from './draft-context.tsx'
import type { IndicatorModel } from './return-model.ts'
import { dateInWords } from './return-words.ts'
import { forecastOf, type RowReading } from './row-reading.ts'

type RowExplanationProps = {
  found: IndicatorModel
  reading: RowReading
  textOf: (field: IndicatorField) => string
  /** Whether cause, action, owner and date are shown: not only the year’s end. */
  isAsked: boolean
}

type Carried = { field: IndicatorField; text: string }

/** Off or near its target a figure asks why, what is done, by whom and until when, and where the year will end. */
export function RowExplanation({ found, reading, textOf, isAsked }: RowExplanationProps) {
  const { model, store } = useRoom()
  const { row } = found
  const { id: slug, code } = row
  const isOpen = useMayChange(indicatorCell(slug, 'action'))
  const from = `from ${model.quarterlyReturn.before.label.split(' ').slice(0, 2).join(' ').toLowerCase()}`
  const carried = carriedFrom(row, model.quarterlyReturn.today)
  const keepable = carried.filter(({ field }) => textOf(field) === '')
  const asideOf = (field: IndicatorField) =>
    carried.some((one) => one.field === field && one.text === textOf(field)) ? from : undefined
  const shared = { about: code, withSaving: false }
  return (
    <div className="row-explanation">
      {isOpen ? (
        <p>
          {reading.isShort
            ? `${statusWord(reading.rating.status)} asks for cause, action, owner and date.`
            : 'Nothing is asked of this figure. You may say where you expect the year to end.'}{' '}
          {keepable.length === 0 || !reading.isShort ? null : (
            <>
              {keepable
                .map(({ field, text }) => `${carriedWords[field] ?? ''}: ${shown(field, text)}`)
                .join('. ')}
              .{' '}
              <button
                type="button"
                className="link-button"
                onClick={() =>
                  store.typeMany(keepable.map(({ field, text }) => [indicatorCell(slug, field), text]))
                }
              >
                Keep what came {from} <span className="visually-hidden">({code})</span>
              </button>
            </>
          )}
        </p>
      ) : null}
      {isAsked ? (
        <>
          <AnswerBox
            {...shared}
            cell={indicatorCell(slug, 'cause')}
            label="Cause"
            rows={3}
            aside={asideOf('cause')}
          />
          <AnswerBox
            {...shared}
            cell={indicatorCell(slug, 'action')}
            label="Action"
            rows={3}
            aside={asideOf('action')}
          />
          <AnswerBox {...shared} cell={indicatorCell(slug, 'owner')} label="Owner" aside={asideOf('owner')} />
          <DueBox slug={slug} code={code} aside={asideOf('due')} />
        </>
      ) : null}
      <YearEnd found={found} figure={reading.figure} hasForecast={textOf('forecast') !== ''} />
    </div>
  )
}

const carriedWords: Readonly<Partial<Record<IndicatorField, string>>> = {
  cause: 'Cause last quarter',
  action: 'Action',
  owner: 'Owner',
  due: 'By',
}

function shown(field: IndicatorField, text: string): string {
  return field === 'due' ? formatMediumDate(text) : text.replace(/\.$/, '')
}

/** What was said last quarter and may still hold; a date that has passed does not. */
function carriedFrom({ before }: IndicatorModel['row'], today: string): Carried[] {
  if (before === null) return []
  const { cause, action, owner, dueOn } = before
  const due = dueOn !== null && daysBetween(today, dueOn) >= 0 ? dueOn : null
  const carried = [
    { field: 'cause', text: cause },
    { field: 'action', text: action },
    { field: 'owner', text: owner },
    { field: 'due', text: due },
  ] as const
  return carried.flatMap(({ field, text }) => (text === null ? [] : [{ field, text }]))
}

function DueBox({ slug, code, aside }: { slug: string; code: string; aside: string | undefined }) {
  return (
    <AnswerBox
      cell={indicatorCell(slug, 'due')}
      label="By"
      about={code}
      aside={aside}
      display={dateInWords}
      withSaving={false}
      hint={<span className="small muted">such as 29 Jan 2010</span>}
    />
  )
}

type YearEndProps = { found: IndicatorModel; figure: string | null; hasForecast: boolean }

/** The lead’s own forecast beside the computed one; where they give their own they say why. */
function YearEnd({ found, figure, hasForecast }: YearEndProps) {
  const { model } = useRoom()
  const { row } = found
  const computed = useMemo(() => forecastOf(model, found, figure), [model, found, figure])
  const hint = computed.kind === 'none' ? computed.sentence : `forecast ${formatFigure(computed.value, row)}`
  const unit = row.unit === 'number' ? '' : `, ${row.unit}`
  return (
    <>
      <AnswerBox
        cell={indicatorCell(row.id, 'forecast')}
        label={`Year end${unit}`}
        about={row.code}
        inputMode="decimal"
        withSaving={false}
        hint={<span className="small muted">{hint}</span>}
      />
      {hasForecast ? (
        <div className="row-forecast-reason">
          <AnswerBox
            cell={indicatorCell(row.id, 'forecastReason')}
            label="Why you expect the year to end there"
            about={row.code}
            rows={2}
            withSaving={false}
          />
        </div>
      ) : null}
    </>
  )
}
