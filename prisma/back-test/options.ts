import { parseArgs } from 'node:util'
import { Measure } from '../client/generated/client.ts'
import { type ImportOptions, oneOf } from '../import/options.ts'
import { errorText, StartError } from '../start-error.ts'

export const HELP = `Tests forecasts against what happened, on a quarterly series in a CSV file.

  pnpm data:back-test FILE [options]

The file is written as for pnpm data:import. Each council’s series is forecast from every quarter with enough
figures, knowing only what was known then. Exits with 1 when the 80% range holds less than 70% or more than 90%
of what happened. Nothing is loaded and no database is needed.

  --unit TEXT      % (the default), number, per 1,000 …
  --measure WORD   discrete_quarter (the default), snapshot, cumulative, rolling_year, annual, biennial
  --value-is WORD  fraction (0.98 is 98%) or percent; else fraction when every value is from 0 to 1
`

const OPTIONS = {
  unit: { type: 'string' },
  measure: { type: 'string' },
  'value-is': { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new StartError(`${errorText(error).split('. ')[0]}. See pnpm data:back-test --help.`)
  }
}

/** How the importer is to read the file. Null asks for help. Throws StartError for what cannot be understood. */
export function readOptions(argv: string[]): ImportOptions | null {
  const { values, positionals } = parse(argv)
  if (values.help) return null
  const [file, ...rest] = positionals
  if (file === undefined || rest.length > 0) {
    throw new StartError('Name one file: pnpm data:back-test FILE. See pnpm data:back-test --help.')
  }
  const measure = oneOf('measure', Object.values(Measure), values.measure)
  return {
    file,
    commit: false,
    framework: 'back-test',
    frameworkTitle: null,
    sheet: null,
    columns: {},
    indicator: null,
    choices: {},
    valueIs: oneOf('value-is', ['fraction', 'percent'], values['value-is']),
    settings: {
      ...(values.unit === undefined ? {} : { unit: values.unit }),
      ...(measure === null ? {} : { measure }),
      // A forecast asks none of these, so nothing is assumed about them.
      ...{ decimals: 2, polarity: 'higher', roundedCounts: true },
    },
  }
}
