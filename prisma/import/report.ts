import { basename } from 'node:path'
import type { ImportOptions } from './options.ts'
import { changesNothing, type Plan } from './plan.ts'
import { type BadFile, problemSentence } from './problem.ts'
import type { Series } from './series.ts'

const LISTED = 10

/** '1,024 figures'. */
export function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}

function quarterLabel(index: number): string {
  const year = Math.floor(index / 4)
  return `Q${(index % 4) + 1} ${year}/${String((year + 1) % 100).padStart(2, '0')}`
}

function listed(items: string[]): string[] {
  const shown = items.slice(0, LISTED).map((item) => `  ${item}`)
  return items.length > LISTED ? [...shown, `  and ${items.length - LISTED} more`] : shown
}

/** 'crisis-grants.csv: 669 figures, 1 indicator, 32 councils, 21 quarters from Q1 2018/19 to Q1 2023/24.' */
export function heading(series: Series, options: ImportOptions): string {
  const quarters = new Set(series.rows.map((row) => row.quarterIndex))
  const [first, last] = [Math.min(...quarters), Math.max(...quarters)]
  const parts = [
    countOf(series.rows.length, 'figure', 'figures'),
    countOf(series.indicators.length, 'indicator', 'indicators'),
    countOf(series.councils.length, 'council', 'councils'),
    `${countOf(quarters.size, 'quarter', 'quarters')} from ${quarterLabel(first)} to ${quarterLabel(last)}`,
  ]
  return `${basename(options.file)}: ${parts.join(', ')}.`
}

function absentRows(series: Series): string[] {
  const quarters = [...new Set(series.rows.map((row) => row.quarterIndex))].sort((one, other) => one - other)
  return series.indicators.flatMap(({ code, rows }) => {
    const present = new Set(rows.map((row) => `${row.council} ${row.quarterIndex}`))
    return series.councils.flatMap(({ name }) =>
      quarters
        .filter((quarter) => !present.has(`${name} ${quarter}`))
        .map((quarter) => `${name}, ${quarterLabel(quarter)}: no row for ${code}.`),
    )
  })
}

/** A heading with its lines below a blank one; nothing where there is no line. */
export function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines]
}

function newOnes<Thing extends { isNew: boolean }>(things: Thing[], name: (thing: Thing) => string): string {
  const added = things.filter(({ isNew }) => isNew)
  const known = things.length - added.length
  const names = added.slice(0, 3).map(name).join(', ')
  const rest = added.length > 3 ? ` and ${added.length - 3} more` : ''
  return `${added.length} new${added.length > 0 ? ` (${names}${rest})` : ''}, ${known} known`
}

function changeLines(plan: Plan): string[] {
  const quarters = plan.newQuarters.map(({ index }) => quarterLabel(index))
  return [
    `  Framework   ${plan.framework.isNew ? 'new' : 'known'}: ${plan.framework.title} (${plan.framework.slug})`,
    `  Councils    ${newOnes(plan.councils, ({ name }) => name)}`,
    `  Indicators  ${newOnes(plan.indicators, ({ code }) => code)}`,
    `  Quarters    ${quarters.length} new${quarters.length > 0 ? ` (${quarters[0]} to ${quarters.at(-1)}, with the default calendar)` : ''}`,
    `  Figures     ${plan.newFigures.length} new, ${plan.changedFigures.length} changed, ${plan.sameFigures} the same`,
    ...(plan.otherFigures > 0
      ? [
          `              ${countOf(plan.otherFigures, 'figure', 'figures')} loaded before and not in this file: left as before`,
        ]
      : []),
  ]
}

function changedLines(plan: Plan): string[] {
  const names = new Map(plan.councils.map(({ id, name }) => [id, name]))
  return plan.changedFigures.map(
    ({ before, after }) =>
      `${names.get(after.organisationId)}, ${quarterLabel(after.quarterIndex)}: ${before.value?.toFixed() ?? 'no figure'} to ${after.value}`,
  )
}

function outcome(plan: Plan, options: ImportOptions): string {
  if (changesNothing(plan)) return 'Nothing to change: all of it is loaded already.'
  return options.commit ? 'Loaded.' : 'Nothing was changed. Add --commit to load it.'
}

/** What the import found and did, or would do, as a person reads it. */
export function reportText({
  series,
  plan,
  options,
}: {
  series: Series
  plan: Plan
  options: ImportOptions
}): string {
  const assumptions = [...new Set(series.indicators.flatMap(({ settled }) => settled.assumptions))]
  const ignored = series.ignoredColumns.map((name) => `  The column ${name} is not read.`)
  const odd = series.odd.map(({ line, reason }) => `Line ${line}, ${reason}`)
  return [
    heading(series, options),
    ...section('Assumed', [...assumptions.map((sentence) => `  ${sentence}`), ...ignored]),
    ...section('Odd, and loaded as it is', listed(odd)),
    ...section('Absent', listed(absentRows(series))),
    ...section(options.commit ? 'Changes' : 'Would change', changeLines(plan)),
    ...section('Changed figures', listed(changedLines(plan))),
    '',
    outcome(plan, options),
    '',
  ].join('\n')
}

/** `outcome`: what was therefore not done with the file. */
export function problemsText(error: BadFile, file: string, outcome = 'was not loaded'): string {
  const count = countOf(error.problems.length, 'thing is', 'things are')
  return [
    `${basename(file)} ${outcome}: ${count} wrong with it.`,
    ...error.problems.map(problemSentence),
    '',
  ].join('\n')
}
