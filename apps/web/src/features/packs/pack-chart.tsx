import type { Pack } from '@accord/api-client'

type Chart = NonNullable<Pack['partnerships'][number]['sections'][number]['chart']>

const LONGEST = 320
const BAR_HEIGHT = 13
const PITCH = 18

/** Pairs of bars on one scale: solid for what it costs, outlined for what it saves. */
export function PackChart({ chart }: { chart: Chart }) {
  return (
    <div className="pack-chart" role="img" aria-label={chart.alt}>
      {chart.pairs.map(({ label, bars, ratio }) => (
        <div key={label} className="pack-pair" aria-hidden="true">
          <span>{label}</span>
          <svg width={LONGEST + 160} height={bars.length * PITCH} focusable="false">
            <title>{label}</title>
            {bars.map(({ text, share, isSolid }, place) => (
              <g key={text} transform={`translate(1 ${place * PITCH + 2})`}>
                <rect
                  className={isSolid ? 'pack-bar solid' : 'pack-bar'}
                  width={Math.max(share * LONGEST, 2)}
                  height={BAR_HEIGHT}
                />
                <text x={share * LONGEST + 8} y={BAR_HEIGHT - 2}>
                  {text}
                </text>
              </g>
            ))}
          </svg>
          <b>{ratio}</b>
        </div>
      ))}
    </div>
  )
}
