import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { importFile } from './import-file.ts'
import { readOptions } from './options.ts'
import { BadFile, problemSentence } from './problem.ts'
import { problemsText, reportText } from './report.ts'

const NOW = new Date('2009-10-19T08:00:00Z')
const HEADER = 'indicator,council,financial_year,quarter,numerator,denominator,value'
const GOOD = [
  HEADER,
  'CG1,Angus,2018/19,Q1,295,290,1.0',
  'CG1,Angus,2018/19,Q2,980,1040,0.95',
  'CG1,Argyll & Bute,2018/19,Q1,360,365,0.99',
]

let folder: string
let shared: TestDatabase
let database: TestDatabase

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accord-import-'))
  shared = await createTestDatabase()
  database = shared
})

afterAll(async () => {
  await shared.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** For tests that load something: each has a database to itself. */
function eachWithItsOwn(content: 'empty' | 'demonstration'): void {
  beforeEach(async () => {
    database = await createTestDatabase({ content })
  })
  afterEach(async () => {
    await database.drop()
    database = shared
  })
}

async function run(content: string | Buffer, args: string[] = [], name = 'crisis-grants.csv') {
  const file = join(folder, name)
  writeFileSync(file, content)
  const options = readOptions([file, ...args])
  if (options === null) throw new Error('The arguments ask for help')
  const result = await importFile(database.pool, options, NOW)
  return { result, text: reportText(result, options) }
}

async function problemsOf(content: string | Buffer, args: string[] = []): Promise<string[]> {
  try {
    await run(content, args)
    return []
  } catch (error) {
    if (!(error instanceof BadFile)) throw error
    return error.problems.map(problemSentence)
  }
}

async function counts() {
  const { prisma } = database
  return {
    frameworks: await prisma.framework.count(),
    councils: await prisma.organisation.count(),
    indicators: await prisma.indicator.count(),
    quarters: await prisma.quarter.count(),
    figures: await prisma.measurement.count(),
    revisions: await prisma.measurementRevision.count(),
    events: await prisma.auditEvent.count(),
  }
}

const NOTHING = {
  frameworks: 0,
  councils: 0,
  indicators: 0,
  quarters: 0,
  figures: 0,
  revisions: 0,
  events: 0,
}
const LOADED = { frameworks: 1, councils: 2, indicators: 1, quarters: 2, figures: 3, revisions: 0, events: 1 }

function figureOf(council: string, quarterIndex: number) {
  return database.prisma.measurement.findFirstOrThrow({
    where: { organisation: { slug: council }, quarterIndex },
    include: { revisions: true, indicator: true },
  })
}

describe('a dry run', () => {
  test('changes nothing and prints what would change', async () => {
    const { text } = await run(GOOD.join('\n'))
    expect(await counts()).toEqual(NOTHING)
    expect(text).toContain('3 figures, 1 indicator, 2 councils, 2 quarters from Q1 2018/19 to Q2 2018/19')
    expect(text).toContain('Councils    2 new (Angus, Argyll & Bute), 0 known')
    expect(text).toContain('Figures     3 new, 0 changed, 0 the same')
    expect(text).toContain('Argyll & Bute, Q2 2018/19: no row for CG1.')
    expect(text).toContain('Nothing was changed. Add --commit to load it.')
  })

  test('says what it assumed and why', async () => {
    const { text } = await run(GOOD.join('\n'))
    expect(text).toContain(
      'Every value of CG1 is from 0 to 1 and its unit is %. Does 1.0 stand for 100%? Yes, they are fractions: 1.0 is 100%. If not, say --answer',
    )
    expect(text).toContain('2 names are not known here and are added as councils.')
    expect(text).toContain(
      'Line 2, Angus, quarter 1 2018/19: 295 is 5 more than 290, which counts rounded to 5 can be.',
    )
  })
})

describe('a commit', () => {
  eachWithItsOwn('empty')

  test('loads councils, indicator, quarters and figures, and records it', async () => {
    await run(GOOD.join('\n'), ['--commit'])
    expect(await counts()).toEqual(LOADED)
    const figure = await figureOf('angus', 2018 * 4 + 1)
    expect([figure.value, figure.numerator, figure.denominator].map(String)).toEqual(['95', '980', '1040'])
    expect(figure.indicator).toMatchObject({
      slug: 'crisis-grants-cg1',
      code: 'CG1',
      unit: '%',
      decimals: 0,
      roundedCounts: true,
      isRatio: true,
    })
    expect(
      await database.prisma.organisation.findUniqueOrThrow({ where: { slug: 'argyll-bute' } }),
    ).toMatchObject({
      name: 'Argyll & Bute',
      isCouncil: true,
      keepsRegister: false,
    })
    expect(await database.prisma.auditEvent.findFirstOrThrow()).toMatchObject({
      source: 'import',
      subjectType: 'framework',
    })
  })

  test('of the same file twice changes nothing the second time', async () => {
    await run(GOOD.join('\n'), ['--commit'])
    const { text } = await run(GOOD.join('\n'), ['--commit'])
    expect(await counts()).toEqual(LOADED)
    expect(text).toContain('Nothing to change: all of it is loaded already.')
  })

  test('of a changed figure revises it and keeps what it was', async () => {
    await run(GOOD.join('\n'), ['--commit'])
    const { text } = await run(GOOD.join('\n').replace('980,1040,0.95', '985,1040,0.94'), ['--commit'])
    expect(text).toContain('0 new, 1 changed, 2 the same')
    expect(text).toContain('Angus, Q2 2018/19: 95 to 94')
    const figure = await figureOf('angus', 2018 * 4 + 1)
    expect(figure.state).toBe('revised')
    expect(figure.value?.toFixed()).toBe('94')
    expect(figure.revisions).toMatchObject([
      { oldState: 'final', newState: 'revised', reason: 'Imported from crisis-grants.csv', revisedAt: NOW },
    ])
    expect(figure.revisions[0]?.oldValue?.toFixed()).toBe('95')
  })

  test('of a shorter file leaves the other figures as they are and says so', async () => {
    await run(GOOD.join('\n'), ['--commit'])
    const { text } = await run(GOOD.slice(0, 3).join('\n'), ['--commit'])
    expect((await counts()).figures).toBe(3)
    expect(text).toContain('1 figure loaded before and not in this file: left as before')
  })

  test('of a longer file adds to the framework it made', async () => {
    await run(GOOD.join('\n'), ['--commit'])
    await run([...GOOD, 'CG1,Angus,2019/20,Q1,100,100,1.0', 'CG2,Angus,2019/20,Q1,100,100,1.0'].join('\n'), [
      '--commit',
    ])
    expect(await database.prisma.framework.findFirstOrThrow()).toMatchObject({
      startYear: 2018,
      endYear: 2019,
    })
    expect(await counts()).toMatchObject({ frameworks: 1, indicators: 2, figures: 5 })
  })

  test('takes the settings of the command line', async () => {
    const rows = 'indicator,council,financial_year,quarter,value\nD1,Angus,2018/19,Q1,1.25'
    await run(rows, [
      '--commit',
      '--framework',
      'days',
      '--framework-title',
      'Days to decide',
      '--indicator-title',
      'Days',
      '--unit',
      'days',
      '--decimals',
      '1',
      '--polarity',
      'lower',
      '--measure',
      'snapshot',
    ])
    expect(await database.prisma.framework.findFirstOrThrow()).toMatchObject({
      slug: 'days',
      title: 'Days to decide',
      onDashboard: false,
    })
    expect(await database.prisma.indicator.findFirstOrThrow()).toMatchObject({
      slug: 'days-d1',
      title: 'Days',
      unit: 'days',
      decimals: 1,
      polarity: 'lower',
      measure: 'snapshot',
      isRatio: false,
      roundedCounts: false,
    })
    expect((await figureOf('angus', 2018 * 4)).value?.toFixed()).toBe('1.25')
  })
})

describe('nothing is half loaded', () => {
  eachWithItsOwn('empty')

  test('when one row of many is bad', async () => {
    expect(
      await problemsOf([...GOOD, 'CG1,Angus,2018/19,Q3,29x5,3035,0.98'].join('\n'), ['--commit']),
    ).toEqual([
      'Line 5, column numerator: ‘29x5’ is not read as a number. Use one number, with commas between thousands only and a point before decimals. Enter, for example, 12.5.',
    ])
    expect(await counts()).toEqual(NOTHING)
  })

  test('when the connection is killed midway', async () => {
    await database.pool.query(`
      create function die() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
      create trigger die after insert on measurement for each statement execute function die()`)
    await expect(run(GOOD.join('\n'), ['--commit'])).rejects.toThrow()
    expect(await counts()).toEqual(NOTHING)
    await database.pool.query('drop trigger die on measurement')
    await run(GOOD.join('\n'), ['--commit'])
    expect(await counts()).toEqual(LOADED)
  })

  test('when two imports of one file meet', async () => {
    await Promise.all([
      run(GOOD.join('\n'), ['--commit'], 'one.csv'),
      run(GOOD.join('\n'), ['--commit', '--framework', 'one'], 'two.csv'),
    ])
    expect(await counts()).toEqual(LOADED)
  })
})

describe('every bad row is named with its line, column and reason', () => {
  const row = (cells: string) => `${HEADER}\nCG1,Angus,2018/19,Q1,290,295,0.98\n${cells}`
  test.each([
    [
      'a number with letters',
      row('CG1,Angus,2018/19,Q2,29x5,3035,0.98'),
      'Line 3, column numerator: ‘29x5’ is not read as a number. Use one number, with commas between thousands only and a point before decimals. Enter, for example, 12.5.',
    ],
    [
      'a number with too many decimals',
      row('CG1,Angus,2018/19,Q2,1,1,0.1234567'),
      'Line 3, column value: ‘0.1234567’ is not read as a number. Use 6 decimals at most. Enter, for example, 0.123457.',
    ],
    [
      'a blank value',
      row('CG1,Angus,2018/19,Q2,1,1,'),
      'Line 3, column value: There is no value. Leave the row out, or give the reason in a column of its own.',
    ],
    [
      'a blank council',
      row('CG1,,2018/19,Q2,1,1,1'),
      'Line 3, column council: There is no organisation. Name it, or write Whole area.',
    ],
    [
      'a council of signs only',
      row('CG1,***,2018/19,Q2,1,1,1'),
      "Line 1: ‘***’ is not known here. Choose the organisation, or add it. Say --answer 'organisation:***=CHOICE', where CHOICE is one of: leave_out.",
    ],
    [
      'an unknown quarter',
      row('CG1,Angus,2018/19,Q5,1,1,1'),
      'Line 3, column quarter: There are quarters 1 to 4, and no ‘Q5’. Write it as 2009/10 Q2 or Jul–Sep 2009.',
    ],
    [
      'a year that may be two',
      row('CG1,Angus,2018,Q2,1,1,1'),
      "Line 3: Quarters are written with one year, as in ‘Q2 2018’. Which year is it? Say --answer 'years=CHOICE', where CHOICE is one of: financial, calendar, leave_out.",
    ],
    [
      'a year that does not follow',
      row('CG1,Angus,2018/20,Q2,1,1,1'),
      'Line 3, column quarter: 2018/20 is not a financial year: 2019 follows 2018. Write 2018/19.',
    ],
    [
      'a denominator of zero',
      row('CG1,Angus,2018/19,Q2,0,0,0'),
      'Line 3, column denominator: ‘0’ is not above zero: nothing can be divided by it.',
    ],
    [
      'a numerator alone',
      row('CG1,Angus,2018/19,Q2,1,,1'),
      'Line 3, column denominator: There is no denominator beside the other count. Give both or neither.',
    ],
    [
      'a row that repeats another with another figure',
      row('CG1,Angus,2018-19,q1,1,1,1'),
      "Line 3: 1 row repeats another’s indicator, organisation and quarter with another figure. Which one counts? Say --answer 'duplicates=CHOICE', where CHOICE is one of: first, last, leave_out.",
    ],
    [
      'a row with a cell too few',
      row('CG1,Angus,2018/19,Q2,1,1'),
      'Line 3: The row has 6 cells where the first line has 7. Look for a comma too many or too few.',
    ],
    [
      'a quotation mark left open',
      row('CG1,"Angus,2018/19,Q2,1,1,1'),
      'Line 3: a quotation mark is opened and not closed, or stands inside a cell.',
    ],
    [
      'a missing column',
      'indicator,council,quarter,value\nA,B,Q1,1',
      'Line 2, column quarter: ‘Q1’ has no year. Write it as 2009/10 Q2 or Jul–Sep 2009.',
    ],
    ['a column given twice', `${HEADER},value\n`, 'Line 1, column value: the file has this column twice.'],
    ['an empty file', '', 'Line 1: the file is empty.'],
    ['a file with a heading only', `${HEADER}\n`, 'Line 1: the file has a heading and no rows.'],
    [
      'a file that is not text',
      Buffer.from([0x61, 0x2c, 0x00, 0x00]),
      'Line 1: the file is not text in UTF-8. Save it as CSV UTF-8 and try again.',
    ],
    [
      'a workbook that was cut off',
      Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00]),
      'Line 1: The workbook is damaged. Save it again in Excel, or save its sheet as CSV.',
    ],
    [
      'a file in another encoding',
      Buffer.from([0x61, 0xe9, 0x62]),
      'Line 1: the file is not text in UTF-8. Save it as CSV UTF-8 and try again.',
    ],
  ])('%s', async (_, content, sentence) => {
    expect(await problemsOf(content)).toEqual([sentence])
  })

  test('all of them at once', async () => {
    const content = row('CG1,Angus,2018/19,Q9,x,1,1\nCG1,Angus,18/19,Q2,1,1,y')
    const problems = await problemsOf(content)
    expect(problems.map((sentence) => sentence.slice(0, sentence.indexOf(':')))).toEqual([
      'Line 3, column quarter',
      'Line 3, column numerator',
      'Line 4, column quarter',
      'Line 4, column value',
    ])
    const error = new BadFile([{ line: 3, column: 'value', reason: 'it is blank.' }])
    expect(problemsText(error, '/a/b.csv')).toBe(
      'b.csv was not loaded: 1 thing is wrong with it.\nLine 3, column value: it is blank.\n',
    )
  })

  test('a numerator over its denominator, where the counts are exact', async () => {
    expect(await problemsOf(GOOD.join('\n'), ['--no-rounded-counts'])).toEqual([
      'Line 2, column numerator: Angus, quarter 1 2018/19: 295 is 5 more than 290: a part cannot be more than the whole. Check both; they may have changed places.',
    ])
  })
})

describe('the file may', () => {
  test('begin with a byte order mark, end its lines as Windows does and quote its cells', async () => {
    const content = `\uFEFF${HEADER}\r\n"CG1","Argyll, Bute and the ""Isles""",2018-19,1,360,365,0.99\r\n\r\n`
    const { result } = await run(content)
    expect(result.plan.organisations).toMatchObject([
      { slug: 'argyll-bute-and-the-isles', name: 'Argyll, Bute and the "Isles"' },
    ])
    expect(result.summary).toMatchObject({ added: 1, quarters: { first: 2018 * 4, last: 2018 * 4 } })
  })

  test('spell a council two ways, which makes one council of it', async () => {
    const { result } = await run(`${GOOD.join('\n')}\nCG1,ARGYLL AND BUTE,2018/19,Q2,360,365,0.99`)
    expect(result.plan.organisations).toHaveLength(2)
    expect(result.summary).toMatchObject({ added: 4, organisations: 2 })
  })

  test('have columns that are not read, which are named', async () => {
    const { text } = await run(
      'indicator,council,financial_year,quarter,value,remarks\nA,Angus,2018/19,Q1,5,hello',
    )
    expect(text).toContain('The column remarks is not read.')
  })

  test('hold fractions for percentages, which is asked where only some seem to be', async () => {
    const content =
      'indicator,council,financial_year,quarter,value\nA,Angus,2018/19,Q1,0.5\nA,Angus,2018/19,Q2,98.5'
    const shown = async (text: string, args: string[]) =>
      (await run(text, args)).result.questions.questions.map(({ code }) => code)
    expect(await problemsOf(content)).toEqual([expect.stringContaining('Does 0.5 stand for 50%?')])
    expect(await shown(content, ['--value-is', 'percent'])).toContain('fractions')
    const small = content.replace('98.5', '0.9')
    expect(await shown(small, [])).toContain('fractions')
    const { text } = await run(small, ['--value-is', 'percent'])
    expect(text).not.toContain('Does 0.5 stand for')
  })
})

describe('what cannot be understood is one sentence', () => {
  test.each([
    [['a.csv', 'b.csv'], 'Name one file'],
    [[], 'Name one file'],
    [['a.csv', '--polarity', 'up'], '--polarity is one of higher, lower, range, none, not ‘up’.'],
    [['a.csv', '--decimals', '9'], '--decimals is a whole number from 0 to 6, not ‘9’.'],
    [['a.csv', '--commmit'], 'See pnpm data:import --help.'],
  ])('%j', (args, sentence) => {
    expect(() => readOptions(args)).toThrow(sentence)
  })

  test('a file that is not there', async () => {
    const options = readOptions([join(folder, 'absent.csv')])
    await expect(importFile(database.pool, options ?? expect.fail(), NOW)).rejects.toThrow('There is no file')
  })
})

describe('beside the demonstration', () => {
  eachWithItsOwn('demonstration')

  test('an import moves no dashboard', async () => {
    const versions = await database.prisma.figuresVersion.findMany({ orderBy: { councilId: 'asc' } })
    // Quarters that the calendar has: a new one would show on every dashboard.
    await run(GOOD.join('\n').replaceAll('2018/19', '2008/09'), ['--commit'])
    expect(await database.prisma.measurement.count({ where: { indicator: { code: 'CG1' } } })).toBe(3)
    const after = await database.prisma.figuresVersion.findMany({ orderBy: { councilId: 'asc' } })
    expect(after).toEqual(versions)
  })

  test('an agreement takes figures of its own indicators only', async () => {
    expect(await problemsOf(GOOD.join('\n'), ['--framework', 'oxfordshire-laa-2008'])).toEqual([
      'Line 2, column indicator: ‘CG1’ is no indicator of Oxfordshire Local Area Agreement 2008 to 2011. Its 3 rows cannot be loaded.',
    ])
  })
})

describe('beside what is loaded', () => {
  eachWithItsOwn('empty')

  test('an option against what is loaded', async () => {
    await run(GOOD.join('\n'), ['--commit'])
    await expect(run(GOOD.join('\n'), ['--unit', 'days'])).rejects.toThrow('already loaded with --unit %')
  })

  test('a name that a body here has is that body', async () => {
    await database.prisma.organisation.create({
      data: { slug: 'angus', name: 'Angus', shortName: 'Angus', sector: 'voluntary' },
    })
    const { result } = await run(GOOD.slice(0, 2).join('\n'))
    expect(result.plan.organisations).toEqual([])
  })
})
