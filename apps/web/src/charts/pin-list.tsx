import type { Pin } from './prepare/pins.ts'

/** The pins in words, by their numbers: on a phone in place of the words on the drawing, elsewhere for the notes. */
export function PinList({ pins }: { pins: readonly Pin[] }) {
  if (pins.length === 0) return null
  return (
    <ol className="pin-list" aria-label="Events on the chart">
      {pins.map(({ number, title, label, note }) => (
        <li key={number}>
          <span className="pin-badge" aria-hidden="true">
            {number}
          </span>
          <span>
            {label}: {title}
            {note === null ? '' : `. ${note}`}
          </span>
        </li>
      ))}
    </ol>
  )
}
