import {
  capitalise,
  countWord,
  formatFigure,
  joinWithAnd,
  type Rating,
  rate,
  statusWord,
} from '@accord/domain'
import type { Series } from './series.service.ts'

type RatedBody = { name: string; rating: Rating }

const nameBodies = (bodies: readonly RatedBody[]) =>
  bodies.length > 3 ? `${countWord(bodies.length)} bodies` : joinWithAnd(bodies.map(({ name }) => name))

/** A roll-up that holds a red says so: 'Near target overall, but Oxford is off target'. */
export function breakdownHeading(overall: Rating, bodies: readonly RatedBody[]): string {
  const off = bodies.filter(({ rating }) => rating.status === 'off_target')
  const near = bodies.filter(({ rating }) => rating.status === 'near_target')
  const rated = bodies.filter(({ rating }) => rating.status !== 'not_rated')
  if (rated.length === 0)
    return `${capitalise(countWord(bodies.length))} bodies, none with a target to rate against`
  const isAre = (list: readonly RatedBody[]) => (list.length === 1 ? 'is' : 'are')
  const worst = off.length > 0 ? off : near
  const word = off.length > 0 ? 'off target' : 'near target'
  if (worst.length === 0) return `All ${countWord(rated.length)} rated bodies are on target`
  const clause = `${nameBodies(worst)} ${isAre(worst)} ${word}`
  if (overall.status === 'not_rated') return capitalise(clause)
  const link = overall.status === 'off_target' ? 'and' : 'but'
  return `${statusWord(overall.status)} overall, ${link} ${clause}`
}

/** What the quarter would have read had its target not changed: 'still near target' or the rating it would have had. */
export function targetChangeNote(input: {
  series: Series
  quarterIndex: number
  now: Rating
  oldTarget: string | null
}): string | null {
  const { series, quarterIndex, now, oldTarget } = input
  const value = series.pointAt(quarterIndex)?.value ?? null
  if (value === null || oldTarget === null) return null
  const { rule } = series
  const would = rate({ actual: value, target: { value: oldTarget }, rule })
  const still = would.status === now.status ? 'still ' : ''
  const [figure, target] = [value, oldTarget].map((text) => formatFigure(text, rule.format))
  return `Before the change this quarter would have read ${figure} against ${target}: ${still}${statusWord(would.status).toLowerCase()}.`
}
