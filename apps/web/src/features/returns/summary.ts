import {
  asKept,
  checkIndicator,
  checkReturn,
  type HoldUps,
  isShort,
  type ReturnCheck,
  type ReturnIndicator,
  type SectionState,
  type SignOffStep,
  sectionStates,
  signOffStep,
  whatHoldsUp,
} from '@accord/domain'
import type { DraftStore } from './draft-ports.ts'
import type { ReturnModel } from './return-model.ts'

export type DraftSummary = {
  checks: readonly ReturnCheck[]
  sections: readonly SectionState[]
  signOff: SignOffStep
  holdUps: HoldUps
}

type Known = { texts: ReadonlyMap<string, string>; checks: ReturnCheck[]; isShort: boolean }

/**
 * All that checkReturn says, a row at a time: rows in which nothing was typed since are not checked again, so
 * that a return of 200 indicators is summed up while someone types.
 */
export function summariser(model: ReturnModel, store: Pick<DraftStore, 'item' | 'texts'>) {
  const known = new Map<string, Known>()
  const { quarterIndex, quarterlyReturn } = model

  function checked(slug: string): Known {
    const { texts } = store.item(`indicators/${slug}`)
    const before = known.get(slug)
    const indicator = model.bySlug.get(slug)?.indicator
    if (before?.texts === texts) return before
    const now: Known = {
      texts,
      checks: indicator === undefined ? [] : checkIndicator(indicator, { quarterIndex, cells: texts }),
      isShort: indicator !== undefined && isShort(indicator, keptIn(indicator, texts)),
    }
    known.set(slug, now)
    return now
  }

  function keptIn(indicator: ReturnIndicator, texts: Known['texts']): Known['texts'] {
    return asKept({ ...model.underCheck(texts), indicators: [indicator] }).cells
  }

  return (): DraftSummary => {
    const input = model.underCheck(store.texts())
    const rows = model.indicators.map(({ row }) => checked(row.id))
    const short = input.indicators.find(({ slug }) => checked(slug).isShort)
    // One short figure is enough for what the other sections ask because of it.
    const others = checkReturn({ ...input, indicators: short === undefined ? [] : [short] })
    const checks = [
      ...rows.flatMap((row) => row.checks),
      ...others.filter(({ section }) => section !== 'indicators'),
    ]
    const sections = sectionStates(input, { checks, opensOn: quarterlyReturn.quarter.opensOn })
    const signOff = signOffStep(quarterlyReturn.state, sections)
    return { checks, sections, signOff, holdUps: whatHoldsUp(checks) }
  }
}
