import { type IndicatorField, indicatorCell } from '@accord/domain'
import { FigureText } from '#charts/figure-text.tsx'
import type { DraftCell } from './draft-cell.ts'
import { useMayChange } from './draft-context.tsx'
import { FigureBox } from './figure-box.tsx'
import type { IndicatorModel } from './return-model.ts'
import { groupDigits, missingWords, suffixOf } from './return-words.ts'
import type { RowReading } from './row-reading.ts'
import { Unsaved } from './unsaved.tsx'

type GivenProps = { found: IndicatorModel; reading: RowReading; textOf: (field: IndicatorField) => string }

type FiguresProps = GivenProps & { faults: readonly DraftCell[] }

/** The box, or the two whose quotient is the figure, under the message that says what is wrong with them. */
export function Figures({ found, reading, faults, textOf }: FiguresProps) {
  const { row } = found
  const { id: slug, code, unit } = row
  const isOpen = useMayChange(indicatorCell(slug, row.isRatio ? 'numerator' : 'value'))
  const missing = textOf('missing')
  const unsaved = faults.map((entry) => <Unsaved key={entry.cell} entry={entry} />)
  if (!isOpen) {
    return (
      <>
        <Given found={found} reading={reading} textOf={textOf} />
        {unsaved}
      </>
    )
  }
  const messages = faults.filter(({ sentence, state }) => sentence !== null && state === 'invalid')
  const describedBy = [
    ...messages.map(({ cell }) => `${cell}-message`),
    ...(reading.warning === null ? [] : [`warning-${slug}`]),
  ].join(' ')
  const shared = { slug, describedBy: describedBy === '' ? undefined : describedBy, about: code }
  return (
    <div className={messages.length > 0 ? 'row-invalid' : undefined}>
      {messages.map(({ cell, sentence }) => (
        <span key={cell} className="field-message" id={`${cell}-message`}>
          {sentence}
        </span>
      ))}
      {row.isRatio ? (
        <div className="figure-pair">
          <FigureBox
            {...shared}
            cell={indicatorCell(slug, 'numerator')}
            label={row.numeratorLabel ?? 'Numerator'}
          />
          <FigureBox
            {...shared}
            cell={indicatorCell(slug, 'denominator')}
            label={row.denominatorLabel ?? 'Denominator'}
          />
        </div>
      ) : (
        <FigureBox
          {...shared}
          cell={indicatorCell(slug, 'value')}
          label="This quarter"
          suffix={suffixOf(unit)}
        />
      )}
      {row.isRatio && reading.figure !== null ? (
        <p className="row-figure">
          <FigureText value={reading.figure} state={null} format={row} />
        </p>
      ) : null}
      {missing === '' ? null : <p className="small muted">{missingWords[missing] ?? missing}</p>}
      {unsaved}
    </div>
  )
}

function Given({ found, reading, textOf }: GivenProps) {
  const { row } = found
  const missing = textOf('missing')
  if (reading.figure === null) {
    return <p className="muted">{missing === '' ? 'No figure yet' : (missingWords[missing] ?? missing)}</p>
  }
  return (
    <p className="row-figure">
      <FigureText value={reading.figure} state={null} format={row} />
      {row.isRatio ? (
        <span className="small muted">
          {' '}
          {groupDigits(textOf('numerator'))} of {groupDigits(textOf('denominator'))}
        </span>
      ) : null}
    </p>
  )
}
