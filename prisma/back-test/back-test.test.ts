import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StartError } from '../start-error.ts'
import { backTestFile, isCalibrated } from './back-test-file.ts'
import { readOptions } from './options.ts'
import { reportText, verdict } from './report.ts'

const MADE_UP = fileURLToPath(new URL('made-up.fixture.csv', import.meta.url))
const COMMAND = fileURLToPath(new URL('main.ts', import.meta.url))
const HEADER = 'indicator,council,financial_year,quarter,value'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-back-test-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function optionsFor(args: string[]) {
  return readOptions(args) ?? expect.fail('The arguments ask for help')
}

function written(rows: string[], name = 'figures.csv'): string {
  const file = join(folder, name)
  writeFileSync(file, [HEADER, ...rows].join('\n'))
  return file
}

/** One council, from Q1 2006/07. */
function rowsOf(values: string[], { code = 'A', council = 'Ashby' } = {}): string[] {
  return values.map((value, place) => {
    const year = 2006 + Math.floor(place / 4)
    return `${code},${council},${year}/0${year - 1999},Q${(place % 4) + 1},${value}`
  })
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('a back-test of a file', () => {
  test('forecasts each series from every quarter with enough figures', async () => {
    const { indicators } = await backTestFile(optionsFor([MADE_UP, '--unit', 'days']))
    expect(indicators).toHaveLength(1)
    // Five councils with 14 quarters: from the 5th to the 7th and the 9th to the 11th of them, and the 13th. One
    // lacks the 7th, and a sixth has two figures.
    expect(indicators[0]).toMatchObject({
      seriesInFile: 6,
      measure: 'discrete_quarter',
      result: { series: 5, origins: 5 * 7 - 1 },
    })
  })

  test('reads fractions as the percentages they stand for, and keeps forecasts from 0 to 100', async () => {
    const values = ['0.80', '0.84', '0.88', '0.92', '0.96', '0.98', '0.99', '1.00']
    const { indicators } = await backTestFile(optionsFor([written(rowsOf(values))]))
    // Unbounded, the last forecasts would be 102 and 103: a miss of 2 and 3 in place of 0.
    expect(indicators[0]?.unit).toBe('%')
    expect(indicators[0]?.result.meanAbsoluteError).toBeLessThan(1)
    expect(indicators[0]?.result.naiveMeanAbsoluteError).toBeGreaterThan(1)
  })

  test('takes the rows of a council in any order', async () => {
    const rows = rowsOf(['10', '12', '11', '13', '12', '15', '14', '16'])
    const options = (name: string, list: string[]) => optionsFor([written(list, name), '--unit', 'days'])
    expect((await backTestFile(options('there.csv', rows))).indicators).toEqual(
      (await backTestFile(options('back.csv', rows.toReversed()))).indicators,
    )
  })

  test('tests each indicator in its own unit and holds coverage against all of them', async () => {
    const steady = rowsOf(['10', '11', '10', '11', '11', '11', '11', '11'], { code: 'B' })
    const jumping = rowsOf(['10', '11', '10', '11', '11', '90', '11', '90'])
    const { indicators, coverage } = await backTestFile(
      optionsFor([written([...steady, ...jumping]), '--unit', 'days']),
    )
    expect(indicators.map(({ code, result }) => [code, result.inside, result.forecasts])).toEqual([
      ['B', 6, 6],
      ['A', expect.any(Number), 6],
    ])
    const inside = indicators.reduce((sum, { result }) => sum + result.inside, 0)
    expect(coverage).toBe(inside / 12)
  })

  test('prints coverage over all and by how far ahead, what was counted, and both errors', async () => {
    const options = optionsFor([MADE_UP, '--unit', 'days'])
    const text = reportText(await backTestFile(options), options)
    expect(text).toContain('made-up.fixture.csv: 71 figures, 1 indicator, 6 councils, 14 quarters')
    expect(text).toMatch(/5 series, and 1 too short to forecast; 34 quarters forecast from, \d+ forecasts/)
    expect(text).toMatch(/The 80% range held \d+ of \d+, \d+\.\d%/)
    expect(text).toMatch(/1 quarter ahead: {2}\d+ of \d+, \d+\.\d%\n {4}2 quarters ahead: \d+ of/)
    expect(text).toMatch(/Missed by \d\.\d\d on average, where the last figure carried on misses by \d\.\d\d/)
  })
})

describe('the command', () => {
  test('exits with 0 where the range holds 70% to 90%', () => {
    const { status, stdout } = run(MADE_UP, '--unit', 'days')
    expect(stdout).toMatch(/The 80% range holds \d\d\.\d% of what happened: within 70% to 90%\.\n$/)
    expect(status).toBe(0)
  })

  test('exits with 1 where it holds less, where it holds more, and where nothing can be forecast', () => {
    const less = run(written(rowsOf(['10', '11', '10', '11', '11', '90', '10', '95'])), '--unit', 'days')
    expect(less.stdout).toContain('outside 70% to 90%.')
    expect(less.status).toBe(1)
    const more = run(written(rowsOf(Array.from({ length: 12 }, () => '7'))), '--unit', 'days')
    expect(more.stdout).toContain('The 80% range holds 100.0% of what happened: outside 70% to 90%.')
    expect(more.status).toBe(1)
    const none = run(written(rowsOf(['10', '11'])), '--unit', 'days')
    expect(none.stdout).toContain('Nothing could be forecast')
    expect(none.status).toBe(1)
  })

  test('names every bad row and tests nothing of the file', () => {
    const { status, stdout, stderr } = run(written(['A,Ashby,2006/07,Q9,x']))
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toBe(
      'figures.csv was not tested: 2 things are wrong with it.\nLine 2, column quarter: There are quarters 1 to 4, and no ‘Q9’. Write it as 2009/10 Q2 or Jul–Sep 2009.\nLine 2, column value: ‘x’ is not read as a number. Use numbers only, for example 12.5. If there is no figure, leave the box blank and say why.\n',
    )
  })

  test('says in a sentence what it cannot understand', () => {
    expect(run(join(folder, 'absent.csv'))).toMatchObject({ status: 1, stdout: '' })
    expect(run('--help')).toMatchObject({ status: 0, stderr: '' })
    expect(() => readOptions([])).toThrow(StartError)
    expect(() => readOptions(['a.csv', 'b.csv'])).toThrow('Name one file: pnpm data:back-test FILE.')
    expect(() => readOptions(['a.csv', '--measure', 'x'])).toThrow('--measure is one of')
    expect(() => readOptions(['a.csv', '--commit'])).toThrow('See pnpm data:back-test --help.')
  })
})

test('70% and 90% are still calibrated, a little less and a little more are not', () => {
  expect([0.7, 0.8, 0.9].map(isCalibrated)).toEqual([true, true, true])
  expect([null, 0, 0.699, 0.901, 1].map(isCalibrated)).toEqual([false, false, false, false, false])
  expect(verdict(0.7)).toBe('The 80% range holds 70.0% of what happened: within 70% to 90%.')
})
