import { BadFile } from '../import/problem.ts'
import { problemsText } from '../import/report.ts'
import { StartError } from '../start-error.ts'
import { backTestFile, isCalibrated } from './back-test-file.ts'
import { HELP, readOptions } from './options.ts'
import { reportText } from './report.ts'

// The command behind `pnpm data:back-test`. It reads one file and touches no database.
async function run(argv: string[]): Promise<void> {
  const options = readOptions(argv)
  if (options === null) {
    process.stdout.write(HELP)
    return
  }
  try {
    const tested = await backTestFile(options)
    process.stdout.write(reportText(tested, options))
    if (!isCalibrated(tested.coverage)) process.exitCode = 1
  } catch (error) {
    if (!(error instanceof BadFile)) throw error
    process.stderr.write(problemsText(error, options.file, 'was not tested'))
    process.exitCode = 1
  }
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof StartError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
