import type { LongSeries } from './long-series.ts'
import { type Scale, tenth } from './scale.ts'
import type { TargetStep } from './target-steps.ts'

export type TargetLabel = { x: number; y: number; text: string }

const widthPixels = 46
const lineHeightPixels = 14
const clearPixels = 4
const wordPixels = 44
const besideStepPixels = 5
const above = -8
const below = 18
// On a phone only a step that lasts is named: shorter ones would write over the line.
const fewestQuartersWhenNarrow = 3

type Places = { x: Scale; y: Scale; isNarrow: boolean }

type Drawn = Pick<LongSeries, 'axis' | 'steps'> & {
  points: readonly { index: number; value: number | null; run: number | null }[]
}

/**
 * The target’s value at each of its steps: over it, or under it where the figures run through there; never over
 * another of these. The step that reaches the end is named there.
 */
export function placeTargetLabels({ axis, steps, points }: Drawn, places: Places): TargetLabel[] {
  const { x, y, isNarrow } = places
  const lastIndex = points.at(-1)?.index ?? 0
  const placed: (TargetLabel & { width: number })[] = []
  steps.forEach((step, position) => {
    const { from, to, label } = step
    const isNamedAtEnd = position === steps.length - 1 && to > lastIndex
    if (label === null || isNamedAtEnd || (isNarrow && to - from < fewestQuartersWhenNarrow)) return
    const isFirst = position === 0
    const text = isFirst && !isNarrow ? `Target ${label}` : label
    const width = widthPixels + (text === label ? 0 : wordPixels)
    const at = tenth(x(startOf(step, axis)) + besideStepPixels)
    const free = (isFirst ? [below, above] : [above, below])
      .map((side) => tenth(y(step.value) + side))
      .filter((textY) => !placed.some((other) => isOver(other, { x: at, y: textY, width })))
    const clear = free.find((textY) => !isRunThrough({ x: at, y: textY, width }, points, places))
    const textY = clear ?? (isNarrow ? undefined : free[0])
    if (textY !== undefined) placed.push({ x: at, y: textY, text, width })
  })
  return placed.map(({ x: at, y: textY, text }) => ({ x: at, y: textY, text }))
}

/** A step of a count that builds up is a quarter wide: its label begins before it. */
function startOf({ from, to }: TargetStep, axis: Drawn['axis']): number {
  return axis.low === 0 && to - from === 1 ? from - 0.2 : from
}

type Box = { x: number; y: number; width: number }

function isOver(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && Math.abs(a.y - b.y) < lineHeightPixels + 2
}

/** Whether the line between two neighbouring figures passes through the words. */
function isRunThrough(box: Box, points: Drawn['points'], { x, y }: Places): boolean {
  const [top, foot] = [box.y - lineHeightPixels, box.y + clearPixels]
  return points.some((point, place) => {
    const next = points[place + 1]
    if (point.value === null || next === undefined || next.value === null || next.run !== point.run)
      return false
    const [from, to] = [x(point.index), x(next.index)]
    const [left, right] = [Math.max(from, box.x - clearPixels), Math.min(to, box.x + box.width)]
    if (left > right) return false
    const heightAt = (at: number) =>
      y(point.value ?? 0) + ((at - from) / (to - from)) * (y(next.value ?? 0) - y(point.value ?? 0))
    const ends = [heightAt(left), heightAt(right)]
    return Math.min(...ends) < foot && Math.max(...ends) > top
  })
}
