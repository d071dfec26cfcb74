import type { QuarterlyReturn } from '#modules/returns/returns.schemas.ts'

type Answer = { cell: string; value: string }

function answerTo(
  { tier, cell, code }: QuarterlyReturn['checks'][number],
  { cells, indicators }: QuarterlyReturn,
): Answer {
  const value = (key: string) => cells.find((held) => held.cell === key)?.value ?? ''
  const [, slug = '', field = ''] = cell.split('/')
  if (tier === 'soft') {
    const base = `indicators/${slug}`
    const isRatio = indicators.find(({ id }) => id === slug)?.isRatio === true
    const figures = isRatio
      ? `${value(`${base}/numerator`)}/${value(`${base}/denominator`)}`
      : value(`${base}/value`)
    return { cell: `${base}/confirmation`, value: `${figures} Checked against the contractor’s return.` }
  }
  if (field === 'due') return { cell, value: '2009-12-31' }
  if (code === 'resource_missing') return { cell, value: '12' }
  if (code === 'figure_missing' || code === 'half_missing') return { cell, value: '48' }
  return { cell, value: 'Two new rounds began in July.' }
}

/** An answer to everything that keeps a return from being sent; more may be asked for once these are given. */
export function answersFor(current: QuarterlyReturn): Answer[] {
  const asked = current.checks.filter(({ isBlocking }) => isBlocking)
  return [
    ...new Map(
      asked.map((check) => {
        const answer = answerTo(check, current)
        return [answer.cell, answer] as const
      }),
    ).values(),
  ]
}
