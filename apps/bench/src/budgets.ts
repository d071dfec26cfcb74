import { type CatalogueFigures, INDICATORS } from './catalogue.ts'
import type { DeadlineFigures } from './deadline.ts'
import type { ImportFigures } from './imports.ts'
import type { IndicatorPageFigures } from './indicator-page.ts'
import type { PageFigures } from './page.ts'
import type { Measurement } from './speed-report.ts'
import { kilobytes, ratio } from './table.ts'
import type { TypingFigures } from './typing.ts'
import type { ValueForMoneyFigures } from './value-for-money.ts'

const LEAST_CACHED = 0.8
const LEAST_COLD = 0.7
const MOST_P99_GROWTH = 1.5
const MOST_SCRIPT_BYTES = 160_000
const MOST_LCP_MILLISECONDS = 1200
const MOST_CLS = 0.02
const MOST_SAVE_MILLISECONDS = 150
const MOST_DASHBOARD_GROWTH = 2
const MOST_KEY_MILLISECONDS = 50
const MOST_COMPARISON_MILLISECONDS = 60
const MOST_INDICATOR_MILLISECONDS = 40
const MOST_PACK_MILLISECONDS = 3000
const MOST_SEARCH_MILLISECONDS = 100
/** A quarter of a second is what a reader would take for a stop. */
const MOST_MEANWHILE_MILLISECONDS = 250
const MOST_IMPORT_MILLISECONDS = 20_000
/** Each figure twice: what it was is read again, and its history proved. */
const MOST_UNDO_MILLISECONDS = 30_000
const MOST_HUGE_GROWTH_BYTES = 150 * 1024 * 1024
/** A cold run in which some answers came from memory measured something else. */
const LEAST_MADE_ANEW = 0.98

type Budget = { name: string; isMet: boolean; said: string }

function perArea({ areaName, results }: Measurement): Budget[] {
  const { cold, cached, statement, bytes } = results
  const ofRoute = cached.perSecond / bytes.perSecond
  const ofStatement = cold.perSecond / statement.perSecond
  return [
    {
      name: `cached, ${areaName}`,
      isMet: ofRoute >= LEAST_CACHED,
      said: `${ratio(ofRoute)} of the bare route, at least ${LEAST_CACHED}`,
    },
    {
      name: `cold, ${areaName}`,
      isMet: ofStatement >= LEAST_COLD,
      said: `${ratio(ofStatement)} of the bare SQL, at least ${LEAST_COLD}`,
    },
    {
      name: `cold is cold, ${areaName}`,
      isMet: cold.statementsPerAnswer >= LEAST_MADE_ANEW,
      said: `${ratio(cold.statementsPerAnswer)} statements an answer, at least ${LEAST_MADE_ANEW}`,
    },
  ]
}

function growth(small: Measurement, large: Measurement): Budget[] {
  const kinds = [
    { name: 'cold', of: ({ results }: Measurement) => results.cold.p99 },
    { name: 'cached', of: ({ results }: Measurement) => results.cached.p99 },
    { name: '304', of: ({ results }: Measurement) => results.unchanged.p99 },
  ]
  return kinds.map(({ name, of }) => {
    const times = of(large) / of(small)
    return {
      name: `p99 ${name}, ${large.areaName} to ${small.areaName}`,
      isMet: times <= MOST_P99_GROWTH,
      said: `${ratio(times)} times, at most ${MOST_P99_GROWTH}`,
    }
  })
}

export function speedBudgets(small: Measurement, large: Measurement): Budget[] {
  return [...perArea(small), ...perArea(large), ...growth(small, large)]
}

export function pageBudgets({ scriptBytes, lcpMilliseconds, cls }: PageFigures): Budget[] {
  return [
    {
      name: 'first-load JavaScript',
      isMet: scriptBytes <= MOST_SCRIPT_BYTES,
      said: `${kilobytes(scriptBytes)}, at most ${kilobytes(MOST_SCRIPT_BYTES)}`,
    },
    {
      name: 'largest contentful paint',
      isMet: lcpMilliseconds <= MOST_LCP_MILLISECONDS,
      said: `${(lcpMilliseconds / 1000).toFixed(2)} s, at most ${MOST_LCP_MILLISECONDS / 1000} s`,
    },
    {
      name: 'cumulative layout shift',
      isMet: cls <= MOST_CLS,
      said: `${cls.toFixed(3)}, at most ${MOST_CLS}`,
    },
  ]
}

function typingBudget({ keys, rows, p98, worst }: TypingFigures): Budget {
  return {
    name: `from key to paint in a return of ${rows} indicators`,
    isMet: p98 < MOST_KEY_MILLISECONDS,
    said: `${p98.toFixed(0)} ms at p98 of ${keys} events (worst ${worst.toFixed(0)} ms), under ${MOST_KEY_MILLISECONDS} ms`,
  }
}

export function deadlineBudgets(figures: DeadlineFigures): Budget[] {
  const { acknowledged, kept, disagreeing, firstP99, p99, typing, quietDashboardP99, busyDashboardP99 } =
    figures
  const growth = busyDashboardP99 / quietDashboardP99
  return [
    {
      name: 'saves at the deadline, none lost and none doubled',
      isMet: kept === acknowledged && disagreeing === 0,
      said: `${acknowledged} acknowledged, ${kept} kept, ${disagreeing} cells unlike their newest change`,
    },
    {
      name: 'p99 of a save, all leads at the same moment',
      isMet: firstP99 < MOST_SAVE_MILLISECONDS,
      said: `${firstP99.toFixed(0)} ms, under ${MOST_SAVE_MILLISECONDS} ms`,
    },
    {
      name: 'p99 of a save, all leads typing',
      isMet: p99 < MOST_SAVE_MILLISECONDS,
      said: `${p99.toFixed(0)} ms, under ${MOST_SAVE_MILLISECONDS} ms`,
    },
    {
      name: 'p99 of a dashboard meanwhile',
      isMet: growth <= MOST_DASHBOARD_GROWTH,
      said: `${ratio(growth)} times its quiet figure, at most ${MOST_DASHBOARD_GROWTH}`,
    },
    ...(typing === null ? [] : [typingBudget(typing)]),
  ]
}

export function valueForMoneyBudgets(figures: ValueForMoneyFigures): Budget[] {
  const { comparisonP99, packMilliseconds, pages, quietP99, meanwhileP99 } = figures
  return [
    {
      name: 'p99 of the comparison of 60 partnerships, 20 readers',
      isMet: comparisonP99 < MOST_COMPARISON_MILLISECONDS,
      said: `${comparisonP99.toFixed(0)} ms, under ${MOST_COMPARISON_MILLISECONDS} ms`,
    },
    {
      name: 'the pack of 17 partnerships, slowest of five',
      isMet: packMilliseconds < MOST_PACK_MILLISECONDS && pages > 17,
      said: `${pages} pages in ${packMilliseconds.toFixed(0)} ms, under ${MOST_PACK_MILLISECONDS} ms`,
    },
    {
      name: 'p99 of a small answer while packs are made',
      isMet: meanwhileP99 < MOST_MEANWHILE_MILLISECONDS,
      said: `${meanwhileP99.toFixed(0)} ms (${quietP99.toFixed(0)} ms when quiet), under ${MOST_MEANWHILE_MILLISECONDS} ms`,
    },
  ]
}

export function indicatorPageBudgets({ p99, bytes }: IndicatorPageFigures): Budget[] {
  return [
    {
      name: 'p99 of an indicator of 40 quarters and 100 bodies, 20 readers',
      isMet: p99 < MOST_INDICATOR_MILLISECONDS,
      said: `${p99.toFixed(0)} ms for ${kilobytes(bytes)}, under ${MOST_INDICATOR_MILLISECONDS} ms`,
    },
  ]
}

export function importBudgets(figures: ImportFigures): Budget[] {
  const { rows, sent, checked, loaded, changed, undone, quietP99, meanwhileP99, hugeGrowth, hugeRefusal } =
    figures
  const all = sent + checked + loaded
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`
  const said = `${seconds(sent)} to read, ${seconds(checked)} to check, ${seconds(loaded)} to load`
  const growth = Math.max(figures.hugeMeanwhileP99, meanwhileP99)
  return [
    {
      name: `${rows.toLocaleString('en-GB')} figures imported`,
      isMet: all < MOST_IMPORT_MILLISECONDS,
      said: `${said}, ${seconds(all)} together, under ${seconds(MOST_IMPORT_MILLISECONDS)}`,
    },
    {
      name: 'every one of them changed by another file, and that undone',
      isMet: changed < MOST_IMPORT_MILLISECONDS && undone < MOST_UNDO_MILLISECONDS,
      said: `${seconds(changed)} and ${seconds(undone)}, under ${seconds(MOST_IMPORT_MILLISECONDS)} and ${seconds(MOST_UNDO_MILLISECONDS)}`,
    },
    {
      name: 'a file of 1 GB is refused and not held',
      isMet:
        hugeRefusal?.includes('Split it and import the parts') === true &&
        hugeGrowth < MOST_HUGE_GROWTH_BYTES,
      said: `‘${hugeRefusal ?? 'not refused'}’, ${kilobytes(hugeGrowth)} more in memory, under ${kilobytes(MOST_HUGE_GROWTH_BYTES)}`,
    },
    {
      name: 'p99 of a small answer during imports',
      isMet: growth < MOST_MEANWHILE_MILLISECONDS,
      said: `${growth.toFixed(0)} ms (${quietP99.toFixed(0)} ms when quiet), under ${MOST_MEANWHILE_MILLISECONDS} ms`,
    },
  ]
}

export function catalogueBudgets(figures: CatalogueFigures): Budget[] {
  return figures.map(({ name, p99 }) => ({
    name: `p99 of the catalogue of ${INDICATORS.toLocaleString('en-GB')} indicators, ${name}`,
    isMet: p99 < MOST_SEARCH_MILLISECONDS,
    said: `${p99.toFixed(0)} ms, under ${MOST_SEARCH_MILLISECONDS} ms`,
  }))
}

export function budgetLines(budgets: readonly Budget[]): string[] {
  return budgets.map(({ name, isMet, said }) => `${isMet ? 'met   ' : 'MISSED'}  ${name}: ${said}`)
}

export const missed = (budgets: readonly Budget[]) => budgets.filter(({ isMet }) => !isMet)
