import { type LastValuesInput, lastValuesBox, prepareLastValues } from '../prepare/last-values.ts'

/** Twelve values and the one just entered. The table beside it says the same in figures. */
export function LastValues({ summary, ...input }: LastValuesInput & { summary: string }) {
  const shape = prepareLastValues(input)
  if (shape === null) return <p className="small muted">Nothing has been reported before.</p>
  const { widthPixels, heightPixels } = lastValuesBox
  const { before, entered, target, usual } = shape
  return (
    <svg
      className="last-values"
      viewBox={`0 0 ${widthPixels} ${heightPixels}`}
      role="img"
      aria-label={summary}
    >
      {shape.ticks.map(({ y, text }) => (
        <g key={text}>
          <path className="grid-line" d={`M34 ${y}H296`} />
          <text x="28" y={y + 4.5} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {shape.yearStarts.map((x) => (
        <path key={x} className="grid-line" d={`M${x} 14V138`} />
      ))}
      {shape.years.map(({ x, text }) => (
        <text key={text} x={x} y="154" textAnchor="middle">
          {text}
        </text>
      ))}
      {usual === null ? null : (
        <rect
          className="usual-range"
          x={usual.x}
          y={usual.y}
          width={usual.widthPixels}
          height={usual.heightPixels}
        />
      )}
      <path className="long-target" d={before.targets} />
      {before.lines.map((line) => (
        <path key={line} className="last-values-line" d={line} />
      ))}
      {before.lonePoints.map(({ x, y }) => (
        <circle key={x} className="point" cx={x} cy={y} r="2.6" />
      ))}
      {before.last === null ? null : (
        <circle className="point" cx={before.last.x} cy={before.last.y} r="2.6" />
      )}
      {entered === null ? null : (
        <>
          {entered.from === null ? null : (
            <path
              className="last-values-entered"
              d={`M${entered.from.x} ${entered.from.y}L${entered.x} ${entered.y}`}
            />
          )}
          <circle className="point-provisional" cx={entered.x} cy={entered.y} r="4.5" />
          <text
            className="label-strong"
            x={entered.x + 10}
            y={entered.y + labelShift(entered.y, target?.y ?? null)}
          >
            {entered.text}
          </text>
        </>
      )}
      {target === null ? null : (
        <text
          className="label-target"
          x="300"
          y={target.y + (entered === null ? 4.5 : labelShift(target.y, entered.y))}
        >
          {target.text}
        </text>
      )}
    </svg>
  )
}

/** Two labels beside each other are moved apart, the higher one up. */
function labelShift(own: number, other: number | null): number {
  if (other === null || Math.abs(own - other) > 16) return 4.5
  return own <= other ? -3 : 13
}
