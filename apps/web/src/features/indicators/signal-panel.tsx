import { quarterShortLabel } from '@accord/domain'
import { AssuranceIcon, VariationIcon } from '#charts/draw/process-marks.tsx'
import { SignalChart } from '#charts/draw/signal-chart.tsx'
import { PointReader } from '#charts/point-reader.tsx'
import { saySignalPoint } from '#charts/prepare/point-sentences.ts'
import type { SignalModel } from '#charts/prepare/signal.ts'
import { signalSheet } from '#charts/prepare/signal-sheet.ts'
import { useReadingCursor } from '#charts/reading-cursor.ts'
import { SheetTable } from '#charts/sheet-table.tsx'
import { SignalKey } from '#charts/signal-key.tsx'

type SignalPanelProps = { signal: SignalModel | null; sentence: string; isNarrow: boolean; code: string }

/** What of the series is signal and what is noise; where there is none to tell, why. */
export function SignalPanel({ signal, sentence, isNarrow, code }: SignalPanelProps) {
  const cursor = useReadingCursor()
  if (signal === null) return <p className="callout">{sentence}</p>
  const newest = signal.points.findLastIndex(({ value }) => value !== null)
  return (
    <>
      <SignalVerdict signal={signal} />
      <PointReader
        label={signal.summary}
        cursor={cursor}
        count={signal.points.length}
        start={newest}
        axis="across"
        say={(at) => saySignalPoint(signal, at)}
      >
        <SignalChart model={signal} isNarrow={isNarrow} cursor={cursor} />
      </PointReader>
      <SignalKey model={signal} />
      {signal.causes.length === 0 ? null : (
        <>
          <h3>Rules that the figures meet</h3>
          <ul className="cause-list">
            {signal.causes.map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ul>
        </>
      )}
      {signal.lines
        .filter(({ reason }) => reason !== null)
        .map(({ from, reason }) => (
          <p key={from} className="figure-source">
            {`Limits begin anew at ${quarterShortLabel(from)}: ${reason}`}
          </p>
        ))}
      <p className="figure-source">
        {[signal.scaleNote, signal.sentence].filter((part) => part !== null).join(' ')}
      </p>
      <details className="figure-table">
        <summary>These figures as a table</summary>
        <SheetTable sheet={signalSheet(signal, code)} />
      </details>
    </>
  )
}

/** The newest figure’s variation and the process’s assurance, each as a shape and in words. */
function SignalVerdict({ signal }: { signal: SignalModel }) {
  if (signal.variation === null && signal.assurance === null) return null
  return (
    <ul className="process-verdict">
      {signal.variation === null ? null : (
        <li>
          <VariationIcon variation={signal.variation} />
          {signal.variationWord}
        </li>
      )}
      {signal.assurance === null ? null : (
        <li>
          <AssuranceIcon assurance={signal.assurance} />
          {signal.assuranceWord}
        </li>
      )}
    </ul>
  )
}
