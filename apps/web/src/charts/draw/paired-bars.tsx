import {
  type PairedBar,
  type PairedMoney,
  pairedBarsSummary,
  preparePairedBars,
} from '../prepare/paired-bars.ts'

type Layout = {
  width: number
  rowHeight: number
  labelY: number
  barX: number
  barY: number
  room: number
  ratioY: number
}

// Labels stand at the left where there is room, and over their bars on a phone.
const wide: Layout = { width: 852, rowHeight: 54, labelY: 30, barX: 190, barY: 8, room: 480, ratioY: 31 }
const narrow: Layout = { width: 358, rowHeight: 72, labelY: 14, barX: 0, barY: 22, room: 236, ratioY: 15 }

const barHeight = 13
const gap = 20
const lineHeight = 17

function PairedRow({ bar, layout, top }: { bar: PairedBar; layout: Layout; top: number }) {
  const { barX, barY } = layout
  return (
    <g transform={`translate(0 ${top})`}>
      <text x="0" y={layout.labelY} className={bar.isOwn ? 'paired-own' : undefined}>
        {layout === narrow || bar.lines.length === 1
          ? bar.label
          : bar.lines.map((line, place) => (
              <tspan key={line} x="0" y={layout.labelY - 8 + place * lineHeight}>
                {line}
              </tspan>
            ))}
      </text>
      <rect className="paired-cost" x={barX} y={barY} width={bar.costWidth} height={barHeight} />
      <text className="paired-figure" x={barX + bar.costWidth + 6} y={barY + 11}>
        {bar.costText}
      </text>
      <rect
        className="paired-saving"
        x={barX + 0.7}
        y={barY + gap + 0.7}
        width={Math.max(0, bar.savingWidth - 1.4)}
        height={barHeight - 1.4}
      />
      <text className="paired-figure" x={barX + bar.savingWidth + 6} y={barY + gap + 11}>
        {bar.savingText}
      </text>
      <text className="paired-ratio" x={layout.width} y={layout.ratioY} textAnchor="end">
        {bar.ratio}
      </text>
      <path className="year-line" d={`M0 ${layout.rowHeight - 3}H${layout.width}`} />
    </g>
  )
}

/** Cost and saving of each as a pair on one scale, and what each £1 saves. */
export function PairedBars({
  year,
  rows,
  isNarrow,
}: {
  year: string
  rows: readonly PairedMoney[]
  isNarrow: boolean
}) {
  const layout = isNarrow ? narrow : wide
  return (
    <svg
      className="full-width paired-bars"
      viewBox={`0 0 ${layout.width} ${rows.length * layout.rowHeight}`}
      role="img"
      aria-label={pairedBarsSummary(year, rows)}
    >
      {preparePairedBars(rows, layout.room).map((bar, place) => (
        <PairedRow key={bar.label} bar={bar} layout={layout} top={place * layout.rowHeight} />
      ))}
    </svg>
  )
}

export function PairedSwatch({ part }: { part: 'cost' | 'saving' }) {
  return (
    <svg width="26" height="12" viewBox="0 0 26 12" aria-hidden="true">
      <rect className={`paired-${part}`} x=".7" y=".7" width="24.6" height="10.6" />
    </svg>
  )
}
