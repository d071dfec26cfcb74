export type EndLabel = { text: string; y: number; kind: 'target' | 'forecast' | 'actual' | 'plain' }
export type PlacedLabel = EndLabel & { textY: number }

const leastApartPixels = 18

/** Labels at the right end, each by its line, none nearer to the next than a line of text. */
export function placeEndLabels(labels: readonly EndLabel[], lowestPixels: number): PlacedLabel[] {
  const placed = [...labels].sort((a, b) => a.y - b.y).map((label) => ({ ...label, textY: label.y }))
  placed.forEach((label, index) => {
    const above = placed[index - 1]
    if (above !== undefined) label.textY = Math.max(label.textY, above.textY + leastApartPixels)
  })
  // Pushed past the foot of the drawing, they are moved back up from there.
  let limit = lowestPixels
  for (const label of placed.toReversed()) {
    label.textY = Math.min(label.textY, limit)
    limit = label.textY - leastApartPixels
  }
  return placed
}
