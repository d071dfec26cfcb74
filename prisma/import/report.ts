import { basename } from 'node:path'
import { financialYearLabel, quarterFromIndex } from '@accord/domain'
import type { Fault, ImportQuestions, IndicatorSettings } from './answers.ts'
import { changesNothing, type FileImport } from './import-file.ts'
import type { ImportOptions } from './options.ts'
import { type BadFile, problemSentence } from './problem.ts'

const LISTED = 10

/** '1,024 figures'. */
export function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}

export function quarterText(index: number): string {
  const { startYear, number } = quarterFromIndex(index)
  return `Q${number} ${financialYearLabel(startYear)}`
}

function listed(items: string[], all = items.length): string[] {
  const shown = items.slice(0, LISTED).map((item) => `  ${item}`)
  return all > LISTED ? [...shown, `  and ${(all - LISTED).toLocaleString('en-GB')} more`] : shown
}

type Counted = {
  file: string
  figures: number
  indicators: number
  organisations: number
  quarters: { count: number; first: number; last: number } | null
}

/** 'crisis-grants.csv: 669 figures, 1 indicator, 32 councils, 21 quarters from Q1 2018/19 to Q1 2023/24.' */
export function heading({ file, figures, indicators, organisations, quarters }: Counted): string {
  const parts = [
    countOf(figures, 'figure', 'figures'),
    countOf(indicators, 'indicator', 'indicators'),
    countOf(organisations, 'council', 'councils'),
    ...(quarters === null
      ? []
      : [
          `${countOf(quarters.count, 'quarter', 'quarters')} from ${quarterText(quarters.first)} to ${quarterText(quarters.last)}`,
        ]),
  ]
  return `${basename(file)}: ${parts.join(', ')}.`
}

/** A heading with its lines below a blank one; nothing where there is no line. */
export function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines]
}

function settingsWords({ unit, decimals, polarity, measure, roundedCounts }: IndicatorSettings): string {
  const better = {
    higher: 'higher is better',
    lower: 'lower is better',
    range: 'best within a range',
    none: 'neither way is better',
  }
  const rounded = roundedCounts ? ', counts rounded to 5' : ''
  return `in ${unit} with ${countOf(decimals, 'decimal', 'decimals')}, ${better[polarity]}, ${measure.replaceAll('_', ' ')}${rounded}`
}

/** Everything that nobody said and the figures suggest. */
export function assumptions({ questions, indicators }: ImportQuestions): string[] {
  const unknown = questions.filter(
    ({ code, answer, proposal }) => code === 'organisation' && answer === null && proposal !== null,
  )
  const names = unknown.map(({ group }) => group.replace('organisation:', ''))
  const councils =
    names.length === 0
      ? []
      : [
          `${countOf(names.length, 'name is', 'names are')} not known here and ${names.length === 1 ? 'is' : 'are'} added as councils. If not, say --alias NAME=SLUG or --leave-out NAME.`,
        ]
  const taken = questions.flatMap(({ code, sentence, group, choices, answer, proposal }) => {
    if (code === 'organisation' || answer !== null || proposal === null) return []
    const label = choices.find(({ value }) => value === proposal)?.label ?? proposal
    return [
      `${sentence} ${label}. If not, say --answer '${group}=${choices.find(({ value }) => value !== proposal)?.value}'.`,
    ]
  })
  const added = indicators.map(
    ({ code, settings }) =>
      `${code} is new: ${settingsWords(settings)}. If not, say --unit, --decimals, --polarity, --measure or --no-rounded-counts.`,
  )
  return [...councils, ...taken, ...added]
}

function newNames(names: readonly string[]): string {
  const rest = names.length > 3 ? ` and ${names.length - 3} more` : ''
  return `${names.length} new${names.length > 0 ? ` (${names.slice(0, 3).join(', ')}${rest})` : ''}`
}

function changeLines({ plan, summary, target, isNewFramework }: FileImport): string[] {
  const { organisations, indicators, quarters } = plan
  const calendar = quarters.map(quarterText)
  const title = target.kind === 'new' ? target.title : target.slug
  return [
    `  Framework   ${isNewFramework ? 'new' : 'known'}: ${title} (${target.slug})`,
    `  Councils    ${newNames(organisations.map(({ name }) => name))}, ${summary.organisations - organisations.length} known`,
    `  Indicators  ${newNames(indicators.map(({ code }) => code))}, ${summary.indicators - indicators.length} known`,
    `  Quarters    ${calendar.length} new${calendar.length > 0 ? ` (${calendar[0]} to ${calendar.at(-1)}, with the default calendar)` : ''}`,
    `  Figures     ${summary.added} new, ${summary.changed} changed, ${summary.same} the same`,
    ...(summary.others > 0
      ? [
          `              ${countOf(summary.others, 'figure', 'figures')} loaded before and not in this file: left as before`,
        ]
      : []),
  ]
}

function outcome(result: FileImport, options: ImportOptions): string {
  if (changesNothing(result)) return 'Nothing to change: all of it is loaded already.'
  return options.commit ? 'Loaded.' : 'Nothing was changed. Add --commit to load it.'
}

const lineOf = ({ line, reason }: Fault) => `Line ${line}, ${reason}`

/** What the import found and did, or would do, as a person reads it. */
export function reportText(result: FileImport, options: ImportOptions): string {
  const { summary, questions, faults, absent, absentCount, changed } = result
  const { quarters } = summary
  // What was decided about first, then what is merely unusual.
  const odd = ['question', 'note'].flatMap((kind) =>
    faults.filter((fault) => fault.kind === kind).map(lineOf),
  )
  const left = faults.filter(({ kind }) => kind === 'error').map(lineOf)
  const ignored = summary.ignoredColumns.map((name) => `  The column ${name} is not read.`)
  return [
    heading({
      ...{ file: options.file, figures: summary.added + summary.changed + summary.same },
      ...{ indicators: summary.indicators, organisations: summary.organisations },
      quarters: quarters === null ? null : { ...quarters, count: summary.quarterCount },
    }),
    ...section('Assumed', [...listed(assumptions(questions)), ...ignored]),
    ...section('Odd', listed(odd, summary.faults.question + summary.faults.note)),
    ...section('Left out', listed(left, summary.faults.error)),
    ...section(
      'Absent',
      listed(
        absent.map(
          ({ name, quarterIndex, code }) => `${name}, ${quarterText(quarterIndex)}: no row for ${code}.`,
        ),
        absentCount,
      ),
    ),
    ...section(options.commit ? 'Changes' : 'Would change', changeLines(result)),
    ...section(
      'Changed figures',
      listed(
        changed.map(
          ({ name, quarterIndex, before, after }) =>
            `${name}, ${quarterText(quarterIndex)}: ${before ?? 'no figure'} to ${after ?? 'no figure'}`,
        ),
        summary.changed,
      ),
    ),
    '',
    outcome(result, options),
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
