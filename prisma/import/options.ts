import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { Measure, Polarity } from '../client/generated/client.ts'
import { errorText, StartError } from '../start-error.ts'
import type { IndicatorSettings } from './answers.ts'
import { FIELDS, type Field } from './columns.ts'

/** What the file does not say, as far as the command line says it. */
export type ImportOptions = {
  file: string
  commit: boolean
  framework: string
  frameworkTitle: string | null
  sheet: string | null
  /** Field by heading, for what the headings do not say by themselves. */
  columns: Partial<Record<Field, string>>
  /** The code of the only indicator, where no column holds one. */
  indicator: string | null
  /** Of every new indicator. */
  settings: Partial<IndicatorSettings>
  valueIs: 'fraction' | 'percent' | null
  /** Answers to questions, by their group. */
  choices: Record<string, string>
}

export const HELP = `Loads a quarterly series from a CSV or Excel file into a framework of its own, or of one there is.

  pnpm data:import FILE [--commit] [options]

The first row names the columns, for example indicator, organisation, quarter, value, numerator and denominator.
Quarters are read as people write them: 2009/10 Q2, Q2 2009-10, Jul–Sep 2009; a financial year may have a column of
its own. Without --commit nothing is changed: what would change is printed.

  --commit                     load it, in one transaction
  --framework SLUG             where it goes; else made from the file’s name
  --framework-title TEXT       else made from the file’s name
  --sheet NAME                 of an Excel file; else its first
  --map FIELD=HEADING          which column is what, where the heading does not say it; any number of times.
                               FIELD is one of ${FIELDS.slice(0, 9).join(', ')},
                               ${FIELDS.slice(9).join(', ')}
  --indicator CODE             the only indicator, for a file without a column of indicators
  --indicator-title TEXT       else as the file says, or the indicator’s code; for a file with one indicator
  --unit TEXT                  %, number, per 1,000 …; else % where every value is from 0 to 100
  --decimals N                 0 to 6; else as many as the values have, and no more than 2
  --polarity WORD              higher (the default), lower, range or none
  --measure WORD               discrete_quarter (the default), snapshot, cumulative, rolling_year, annual, biennial
  --value-is WORD              fraction (0.98 is 98%) or percent; else fraction when every value is from 0 to 1
  --rounded-counts             the counts are rounded, so a numerator may exceed its denominator;
                               else so when every count is a multiple of 5
  --no-rounded-counts          they are exact
  --alias NAME=SLUG            a name in the file is this organisation, from now on; any number of times
  --leave-out NAME             leave out the rows of this organisation; any number of times
  --leave-out-errors           leave out the rows that cannot be loaded, and load the rest
  --answer GROUP=CHOICE        answer another question that the command asks; any number of times

An organisation that is not known and like none that is, is added as a council. An indicator that is already loaded
keeps its settings. A quarter that the calendar does not have is added: it opens the day after it ends, returns are
due on the third Friday, and papers close a week later. A figure that changes is restated, with the file’s name as
the reason; a whole import is undone on screen, under Imports.

DATABASE_URL names the database; without it the local one in ACCORD_DATA_DIR is used.
`

const many = { type: 'string', multiple: true, default: [] as string[] } as const

const OPTIONS = {
  commit: { type: 'boolean', default: false },
  framework: { type: 'string' },
  'framework-title': { type: 'string' },
  sheet: { type: 'string' },
  map: many,
  indicator: { type: 'string' },
  'indicator-title': { type: 'string' },
  unit: { type: 'string' },
  decimals: { type: 'string' },
  polarity: { type: 'string' },
  measure: { type: 'string' },
  'value-is': { type: 'string' },
  'rounded-counts': { type: 'boolean' },
  alias: many,
  'leave-out': many,
  'leave-out-errors': { type: 'boolean', default: false },
  answer: many,
  help: { type: 'boolean', default: false },
} as const

/** The word given, if it is one of those there are. Throws StartError for any other. */
export function oneOf<Word extends string>(
  name: string,
  words: readonly Word[],
  text: string | undefined,
): Word | null {
  if (text === undefined) return null
  const word = words.find((candidate) => candidate === text)
  if (word === undefined) throw new StartError(`--${name} is one of ${words.join(', ')}, not ‘${text}’.`)
  return word
}

function decimalsOf(text: string | undefined): number | null {
  if (text === undefined) return null
  if (!/^[0-6]$/.test(text)) throw new StartError(`--decimals is a whole number from 0 to 6, not ‘${text}’.`)
  return Number(text)
}

function slugFrom(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function frameworkSlug(given: string | undefined, file: string): string {
  const slug = slugFrom(given ?? basename(file).replace(/\.[^.]*$/, ''))
  if (slug === '')
    throw new StartError('The file’s name gives no name for the framework: say --framework SLUG.')
  return slug
}

/** 'a=b' as a pair, parted at its last equals sign: a name may hold one, an answer never does. */
function pairsOf(name: string, texts: readonly string[]): [string, string][] {
  return texts.map((text) => {
    const at = name === 'map' ? text.indexOf('=') : text.lastIndexOf('=')
    if (at <= 0) throw new StartError(`--${name} is written with an equals sign, not as ‘${text}’.`)
    return [text.slice(0, at), text.slice(at + 1)]
  })
}

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true, allowNegative: true })
  } catch (error) {
    throw new StartError(`${errorText(error).split('. ')[0]}. See pnpm data:import --help.`)
  }
}

type Values = ReturnType<typeof parse>['values']

function columnsOf(values: Values): ImportOptions['columns'] {
  const named = pairsOf('map', values.map).map(([field, heading]) => [oneOf('map', FIELDS, field), heading])
  return Object.fromEntries(named)
}

function choicesOf(values: Values): Record<string, string> {
  return Object.fromEntries([
    ...pairsOf('alias', values.alias).map(([name, slug]) => [`organisation:${name}`, `is:${slug}`]),
    ...values['leave-out'].map((name) => [`organisation:${name}`, 'leave_out']),
    ...(values['leave-out-errors'] ? [['errors', 'leave_out']] : []),
    ...pairsOf('answer', values.answer),
  ])
}

/** What was said, without what was not. */
function said<Shape extends object>(
  shape: { [Key in keyof Shape]: Shape[Key] | null | undefined },
): Partial<Shape> {
  const entries = Object.entries(shape).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(entries) as Partial<Shape>
}

/** Null asks for help. Throws StartError for what cannot be understood. */
export function readOptions(argv: string[]): ImportOptions | null {
  const { values, positionals } = parse(argv)
  if (values.help) return null
  const [file, ...rest] = positionals
  if (file === undefined || rest.length > 0) {
    throw new StartError('Name one file: pnpm data:import FILE. See pnpm data:import --help.')
  }
  return {
    file,
    commit: values.commit,
    framework: frameworkSlug(values.framework, file),
    frameworkTitle: values['framework-title'] ?? null,
    sheet: values.sheet ?? null,
    columns: columnsOf(values),
    indicator: values.indicator ?? null,
    settings: said<IndicatorSettings>({
      title: values['indicator-title'],
      unit: values.unit,
      decimals: decimalsOf(values.decimals),
      polarity: oneOf('polarity', Object.values(Polarity), values.polarity),
      measure: oneOf('measure', Object.values(Measure), values.measure),
      roundedCounts: values['rounded-counts'],
    }),
    valueIs: oneOf('value-is', ['fraction', 'percent'], values['value-is']),
    choices: choicesOf(values),
  }
}
