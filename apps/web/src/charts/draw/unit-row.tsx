import type { Status } from '@accord/domain'
import type { ReactNode } from 'react'
import { type UnitBox, unitPositions, unitRowsSize } from '../prepare/unit-rows.ts'
import { type ReceiptKind, ReceiptShape } from './receipt-mark.tsx'
import { StatusShape } from './status-mark.tsx'

const tallyBox: UnitBox = { sizePixels: 12.6, pitchPixels: 15, perRow: 10 }
const rowBox: UnitBox = { sizePixels: 12, pitchPixels: 14, perRow: 7 }
const receiptBox: UnitBox = { sizePixels: 12, pitchPixels: 15, perRow: 10 }
const shapeBoxPixels = 12

/** One mark for each indicator of a count. Decoration: count and word stand beside it as text. */
export function TallyUnits({ status, count }: { status: Status; count: number }) {
  const scale = tallyBox.sizePixels / shapeBoxPixels
  return (
    <UnitSvg count={count} box={tallyBox}>
      {unitPositions(count, tallyBox).map(({ x, y }) => (
        <g key={`${x} ${y}`} transform={`translate(${x} ${y}) scale(${scale})`}>
          <StatusShape status={status} />
        </g>
      ))}
    </UnitSvg>
  )
}

/** One mark for each indicator of a partnership, worst first. */
export function StatusUnits({ statuses }: { statuses: readonly Status[] }) {
  const positions = unitPositions(statuses.length, rowBox)
  return (
    <UnitSvg count={statuses.length} box={rowBox}>
      {statuses.map((status, index) => (
        <g
          key={`${positions[index]?.x} ${positions[index]?.y}`}
          transform={`translate(${positions[index]?.x} ${positions[index]?.y})`}
        >
          <StatusShape status={status} />
        </g>
      ))}
    </UnitSvg>
  )
}

/** One square for each return. */
export function ReceiptUnits({ kind, count }: { kind: ReceiptKind; count: number }) {
  return (
    <UnitSvg count={count} box={receiptBox}>
      {unitPositions(count, receiptBox).map(({ x, y }) => (
        <g key={`${x} ${y}`} transform={`translate(${x} ${y})`}>
          <ReceiptShape kind={kind} />
        </g>
      ))}
    </UnitSvg>
  )
}

function UnitSvg({ count, box, children }: { count: number; box: UnitBox; children: ReactNode }) {
  if (count === 0) return null
  const { widthPixels, heightPixels } = unitRowsSize(count, box)
  const width = Math.ceil(widthPixels)
  const height = Math.ceil(heightPixels)
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {children}
    </svg>
  )
}
