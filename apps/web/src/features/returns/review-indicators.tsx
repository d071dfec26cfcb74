import {
  decimalText,
  formatFigure,
  formatMediumDate,
  type IndicatorField,
  indicatorCell,
  isDate,
  notRatedWord,
  parseDecimal,
  statusWord,
  subtractDecimals,
} from '@accord/domain'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { formatTarget } from '#charts/prepare/summaries.ts'
import { StatusWord } from '#charts/status-word.tsx'
import { answerPath } from '#lib/paths.ts'
import { Cell, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { useItem, useRoom } from './draft-context.tsx'
import type { IndicatorModel } from './return-model.ts'
import { groupDigits, missingWords } from './return-words.ts'
import type { ReviewProps } from './review-props.ts'
import { type RowReading, readRow } from './row-reading.ts'
import { StillOpen } from './still-open.tsx'

const columns = 6

export function ReviewIndicators(props: ReviewProps) {
  const { model } = useRoom()
  if (model.indicators.length === 0) return <p>No indicators are reported this quarter.</p>
  return (
    <Table
      className="record-table review-table stack"
      caption="Indicators"
      head={
        <>
          <HeadCell>Indicator</HeadCell>
          <HeadCell className="number">Last quarter</HeadCell>
          <HeadCell className="number">This quarter</HeadCell>
          <HeadCell className="number">Change</HeadCell>
          <HeadCell className="number">Target</HeadCell>
          <HeadCell>Rating</HeadCell>
        </>
      }
    >
      {model.indicators.map((found) => (
        <ReviewRow key={found.row.id} found={found} {...props} />
      ))}
    </Table>
  )
}

function ReviewRow({ found, canEdit, values, changed }: ReviewProps & { found: IndicatorModel }) {
  const { model } = useRoom()
  const { row } = found
  const item = useItem(`indicators/${row.id}`)
  const reading = useMemo(() => readRow(model, found, item.texts), [model, found, item.texts])
  const textOf = (field: IndicatorField) => item.texts.get(indicatorCell(row.id, field)) ?? ''
  const words = values ? explanationsOf(textOf, reading) : []
  const box = indicatorCell(row.id, row.isRatio ? 'numerator' : 'value')
  return (
    <>
      <Row className={words.length > 0 ? 'review-row-more' : undefined}>
        <RowHead>
          <span className="code">{row.code}</span>
          {canEdit ? <Link to={answerPath(model.quarterlyReturn.id, box)}>{row.title}</Link> : row.title}
          {changed.has(`indicators/${row.id}`) ? (
            <span className="changed">Changed since it was signed</span>
          ) : null}
          {canEdit ? <StillOpen prefix={`indicators/${row.id}/`} checks={reading.checks} /> : null}
        </RowHead>
        <Cell className="number" label="Last quarter">
          {row.lastQuarter === null ? '–' : formatFigure(row.lastQuarter, row)}
        </Cell>
        <Cell className="number" label="This quarter">
          {values ? (
            <Figure found={found} reading={reading} textOf={textOf} />
          ) : (
            <span className="write-here" />
          )}
        </Cell>
        <Cell className="number" label="Change">
          {values ? changeOf(found, reading.figure) : ''}
        </Cell>
        <Cell className="number" label="Target">
          {row.target === null ? '–' : formatTarget(row.target, row)}
        </Cell>
        <Cell label="Rating">{values ? <Rated reading={reading} /> : null}</Cell>
      </Row>
      {words.length === 0 ? null : (
        <Row className="review-words">
          <Cell columns={columns}>
            <dl>
              {words.map(({ name, text }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </Cell>
        </Row>
      )}
    </>
  )
}

function Rated({ reading }: { reading: RowReading }) {
  const { status } = reading.rating
  return (
    <>
      <StatusWord status={status} word={reading.reason === null ? statusWord(status) : 'Not rated'} />
      {reading.reason === null ? null : <span className="code">{notRatedWord(reading.reason)}</span>}
    </>
  )
}

type FigureProps = { found: IndicatorModel; reading: RowReading; textOf: (field: IndicatorField) => string }

function Figure({ found, reading, textOf }: FigureProps) {
  const { row } = found
  const missing = textOf('missing')
  if (reading.figure === null) {
    if (missing !== '') return <span className="muted">{missingWords[missing] ?? missing}</span>
    return <span className="muted">{row.isDue ? 'No figure' : 'Not due'}</span>
  }
  return (
    <>
      <b>{formatFigure(reading.figure, row)}</b>
      <Restated row={row} reported={reading.figure} />
      {row.isRatio ? (
        <span className="code">
          {groupDigits(textOf('numerator'))} of {groupDigits(textOf('denominator'))}
        </span>
      ) : null}
    </>
  )
}

/** The figure above is what was reported; this is what it was corrected to since. */
function Restated({ row, reported }: { row: IndicatorModel['row']; reported: string }) {
  const { recorded } = row
  if (recorded === null || recorded.value === null || recorded.state !== 'revised') return null
  const now = formatFigure(recorded.value, row)
  return now === formatFigure(reported, row) ? null : <span className="code">Restated: now {now}</span>
}

function changeOf({ row }: IndicatorModel, figure: string | null): string {
  if (figure === null || row.lastQuarter === null) return '–'
  const change = decimalText(subtractDecimals(parseDecimal(figure), parseDecimal(row.lastQuarter)))
  const shown = formatFigure(change, { ...row, unit: 'number' })
  return change.startsWith('-') || !/[1-9]/.test(shown) ? shown : `+${shown}`
}

function explanationsOf(textOf: (field: IndicatorField) => string, reading: RowReading) {
  const due = textOf('due')
  const words: { name: string; text: string }[] = [
    { name: 'Commentary', text: textOf('commentary') },
    { name: 'Cause', text: textOf('cause') },
    { name: 'Action', text: textOf('action') },
    { name: 'Owner', text: textOf('owner') },
    { name: 'By', text: isDate(due) ? formatMediumDate(due) : due },
    {
      name: 'Year end',
      text: [textOf('forecast'), textOf('forecastReason')].filter((text) => text !== '').join(': '),
    },
    { name: 'Confirmed', text: reading.warning?.confirmation ?? '' },
  ]
  const flagged = words.map((word) =>
    word.name === 'Commentary' && reading.isCopied ? { ...word, name: 'Commentary, as last quarter' } : word,
  )
  return flagged.filter(({ text }) => text !== '')
}
