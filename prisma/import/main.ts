import { withCommandDatabase } from '../command-database.ts'
import { StartError } from '../start-error.ts'
import { importFile } from './import-file.ts'
import { HELP, type ImportOptions, readOptions } from './options.ts'
import { BadFile } from './problem.ts'
import { problemsText, reportText } from './report.ts'

// The command behind `pnpm data:import`.
async function run(options: ImportOptions): Promise<void> {
  await withCommandDatabase(async ({ pool }) => {
    try {
      const result = await importFile(pool, options, new Date())
      process.stdout.write(reportText(result, options))
    } catch (error) {
      if (!(error instanceof BadFile)) throw error
      process.stderr.write(problemsText(error, options.file))
      process.exitCode = 1
    }
  })
}

try {
  const options = readOptions(process.argv.slice(2))
  if (options === null) process.stdout.write(HELP)
  else await run(options)
} catch (error) {
  if (!(error instanceof StartError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
