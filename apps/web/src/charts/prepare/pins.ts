import type { IndicatorDetail } from '@accord/api-client'
import { parseQuarterKey, quarterShortLabel } from '@accord/domain'

type Event = IndicatorDetail['events'][number]

/** An event as a pin: its number is drawn, its words stand beside it where there is room. */
export type Pin = {
  number: number
  index: number
  /** The figure it points to; null in a quarter without one. */
  value: number | null
  title: string
  note: string | null
  label: string
}

export function pinsOf(
  events: readonly Event[],
  points: readonly { index: number; value: number | null }[],
): Pin[] {
  const values = new Map(points.map(({ index, value }) => [index, value]))
  return events.flatMap(({ number, quarter, title, note }) => {
    const index = parseQuarterKey(quarter)
    if (index === null || !values.has(index)) return []
    return [{ number, index, value: values.get(index) ?? null, title, note, label: quarterShortLabel(index) }]
  })
}

/** 'Fortnightly collection' and 'starts in Vale, Q2 2007/08': two lines of about the same length. */
export function pinLines(text: string): [string, string] {
  const words = text.split(' ')
  const half = words.join(' ').length / 2
  let first = words[0] ?? ''
  let taken = 1
  while (taken < words.length - 1 && first.length + (words[taken]?.length ?? 0) / 2 < half) {
    first += ` ${words[taken]}`
    taken += 1
  }
  return [first, words.slice(taken).join(' ')]
}

export type PlacedPin = Pin & { x: number; lines: [string, string] | null }

const characterPixels = 6.6
const discPixels = 15
const gapPixels = 8

/** Words only where they end before the next pin begins, and on the drawing: the list has them all. */
export function placePins(
  pins: readonly Pin[],
  { x, right }: { x: (index: number) => number; right: number },
): PlacedPin[] {
  return pins.map((pin, place) => {
    const at = x(pin.index)
    const next = pins[place + 1]
    const room = (next === undefined ? right : x(next.index) - discPixels) - at - discPixels - gapPixels
    // With its quarter where there is room for that; else the axis has it.
    const lines = [`${pin.title}, ${pin.label}`, pin.title]
      .map(pinLines)
      .find((pair) => Math.max(...pair.map((line) => line.length)) * characterPixels <= room)
    return { ...pin, x: at, lines: lines ?? null }
  })
}
