import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { Measure, Polarity } from '../client/generated/client.ts'
import { errorText, StartError } from '../start-error.ts'

/** What the file does not say, as far as the command line says it. */
export type ImportOptions = {
  file: string
  commit: boolean
  framework: string
  frameworkTitle: string | null
  indicatorTitle: string | null
  unit: string | null
  decimals: number | null
  polarity: Polarity | null
  measure: Measure | null
  valueIs: 'fraction' | 'percent' | null
  roundedCounts: boolean | null
}

export const HELP = `Loads a quarterly series from a CSV file into a framework of its own.

  pnpm data:import FILE [--commit] [options]

The file has the columns indicator, council, financial_year (2018/19), quarter (Q1), value, and perhaps
numerator and denominator. Without --commit nothing is changed: what would change is printed.

  --commit                   load it, in one transaction
  --framework SLUG           where it goes; else made from the file’s name
  --framework-title TEXT     else made from the file’s name
  --indicator-title TEXT     else the indicator’s code; for a file with one indicator
  --unit TEXT                % (the default), number, per 1,000 …
  --decimals N               0 to 6; else as many as the values have, and no more than 2
  --polarity WORD            higher (the default), lower, range or none
  --measure WORD             discrete_quarter (the default), snapshot, cumulative, rolling_year, annual, biennial
  --value-is WORD            fraction (0.98 is 98%) or percent; else fraction when every value is from 0 to 1
  --rounded-counts           the counts are rounded, so a numerator may exceed its denominator;
                             else so when every count is a multiple of 5
  --no-rounded-counts        they are exact

An indicator that is already loaded keeps its settings. A quarter that the calendar does not have is added: it
opens the day after it ends, returns are due on the third Friday, and papers close a week later.

DATABASE_URL names the database; without it the local one in ACCORD_DATA_DIR is used.
`

const OPTIONS = {
  commit: { type: 'boolean', default: false },
  framework: { type: 'string' },
  'framework-title': { type: 'string' },
  'indicator-title': { type: 'string' },
  unit: { type: 'string' },
  decimals: { type: 'string' },
  polarity: { type: 'string' },
  measure: { type: 'string' },
  'value-is': { type: 'string' },
  'rounded-counts': { type: 'boolean' },
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

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true, allowNegative: true })
  } catch (error) {
    throw new StartError(`${errorText(error).split('. ')[0]}. See pnpm data:import --help.`)
  }
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
    indicatorTitle: values['indicator-title'] ?? null,
    unit: values.unit ?? null,
    decimals: decimalsOf(values.decimals),
    polarity: oneOf('polarity', Object.values(Polarity), values.polarity),
    measure: oneOf('measure', Object.values(Measure), values.measure),
    valueIs: oneOf('value-is', ['fraction', 'percent'], values['value-is']),
    roundedCounts: values['rounded-counts'] ?? null,
  }
}
