import { countOf } from '@accord/domain'
import type { Answering } from './answering.ts'
import { LEAVE_OUT, leaveOut } from './answers.ts'
import { millionths } from './decimal-text.ts'
import type { PlannedFigure } from './judged-indicator.ts'
import type { ReadFigure } from './read-row.ts'

const sameFigure = (a: ReadFigure, b: ReadFigure) =>
  (['value', 'numerator', 'denominator'] as const).every((field) => {
    const [one, other] = [a[field], b[field]]
    return one === null || other === null ? one === other : millionths(one) === millionths(other)
  })

/** One figure for each place: the same twice is taken once, and of two that differ somebody says which. */
export function withoutDuplicates(figures: PlannedFigure[], answering: Answering): PlannedFigure[] {
  const byPlace = new Map<string, PlannedFigure[]>()
  for (const figure of figures) {
    const key = `${figure.indicatorId} ${figure.quarterIndex} ${figure.organisationId ?? ''}`
    const own = byPlace.get(key)
    if (own === undefined) byPlace.set(key, [figure])
    else own.push(figure)
  }
  const places = [...byPlace.values()]
  let differing = 0
  for (const [first, ...others] of places) {
    for (const other of others) {
      if (first === undefined) continue
      const isSame = sameFigure(first, other)
      if (!isSame) differing++
      answering.fault({
        ...{
          line: other.line,
          column: null,
          cell: null,
          kind: isSame ? 'note' : 'question',
          code: 'duplicates',
        },
        ...{ group: isSame ? null : 'duplicates' },
        reason: `It is for the same indicator, organisation and quarter as line ${first.line}${isSame ? ', with the same figure: it is taken once' : ', with another figure'}.`,
      })
    }
  }
  const answer =
    differing === 0
      ? 'first'
      : answering.ask({
          code: 'duplicates',
          group: 'duplicates',
          sentence: `${countOf(differing, 'row')} ${differing === 1 ? 'repeats' : 'repeat'} another’s indicator, organisation and quarter with another figure. Which one counts?`,
          rows: differing,
          choices: [
            { value: 'first', label: 'The first of each' },
            { value: 'last', label: 'The last of each' },
            leaveOut('Neither: leave all of them out'),
          ],
          proposal: null,
        })
  return places.flatMap((own) => {
    const isDoubtful = own.some((figure) => own[0] !== undefined && !sameFigure(own[0], figure))
    if (isDoubtful && (answer === LEAVE_OUT || answer === null)) return []
    const kept = isDoubtful && answer === 'last' ? own.at(-1) : own[0]
    return kept === undefined ? [] : [kept]
  })
}
