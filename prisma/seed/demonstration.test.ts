import {
  financialYearLabel,
  isOverdue,
  isRed,
  rate,
  returnTimeliness,
  rewardSummary,
  riskScore,
  rollUp,
  shortCounts,
  summariseReturns,
  vfmWord,
} from '@accord/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { isoDate, quarterIndexOf } from './calendar.ts'
import { cell, readDataFile } from './data-file.ts'

const TODAY = '2009-10-19'
const QUARTER_1 = quarterIndexOf(2009, 1)
const QUARTER_2 = quarterIndexOf(2009, 2)

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase({ content: 'demonstration' })
})

afterAll(async () => {
  await database.drop()
})

async function ratingsAt(index: number) {
  const places = await database.prisma.frameworkIndicator.findMany({
    where: { framework: { slug: 'oxfordshire-laa-2008' } },
    include: {
      owner: true,
      indicator: { include: { measurements: { where: { quarterIndex: index, organisationId: null } } } },
      targets: {
        where: { startYear: Math.floor(index / 4), quarterNumber: (index % 4) + 1, organisationId: null },
      },
    },
    orderBy: { position: 'asc' },
  })
  return places.map((place) => {
    const { indicator } = place
    const [measurement] = indicator.measurements
    const value = place.targets[0]?.value
    const rating = rate({
      actual: measurement?.value?.toFixed() ?? null,
      missing: measurement?.missingReason ?? null,
      target: value ? { value: value.toFixed() } : null,
      dataOnly: place.isDataOnly,
      rule: {
        polarity: indicator.polarity,
        tolerance: {
          kind: indicator.toleranceKind,
          green: indicator.greenTolerance.toFixed(),
          amber: indicator.amberTolerance.toFixed(),
        },
        format: { unit: indicator.unit, decimals: indicator.decimals },
      },
    })
    return { code: indicator.code, owner: place.owner?.name, rating }
  })
}

function significantOnRegister(slug: string) {
  return database.prisma.registerEntry.findMany({
    where: { council: { slug }, removedOn: null, significantSince: { not: null }, significantUntil: null },
    include: {
      partnership: {
        include: {
          leadOfficer: true,
          returns: true,
          risks: true,
          actions: true,
          vfmRatings: { include: { council: true } },
        },
      },
    },
    orderBy: { position: 'asc' },
  })
}

describe('the second agreement', () => {
  test('reads 19 on target, 6 near, 6 off and 4 not rated in quarter 2, for the reasons of the file', async () => {
    const ratings = await ratingsAt(QUARTER_2)
    expect(rollUp(ratings.map(({ rating }) => rating))).toMatchObject({
      total: 35,
      rated: 31,
      onTarget: 19,
      nearTarget: 6,
      offTarget: 6,
      notRated: 4,
      notRatedReasons: [
        { reason: 'not_due', count: 2 },
        { reason: 'awaiting_data', count: 1 },
        { reason: 'no_target', count: 1 },
      ],
    })
  })

  test('reads 18, 9, 4 and 4 in quarter 1', async () => {
    const ratings = await ratingsAt(QUARTER_1)
    expect(rollUp(ratings.map(({ rating }) => rating))).toMatchObject({
      onTarget: 18,
      nearTarget: 9,
      offTarget: 4,
      notRated: 4,
    })
  })

  test('gives each partnership the marks of the mock', async () => {
    const ratings = await ratingsAt(QUARTER_2)
    const countsOf = (name: string) =>
      shortCounts(rollUp(ratings.filter(({ owner }) => owner === name).map(({ rating }) => rating)))
    expect(countsOf('Children and Young People’s Partnership')).toBe('1 off, 1 near, 3 on')
    expect(countsOf('Health and Well Being Partnership')).toBe('1 off, 2 near, 4 on')
    expect(countsOf('Economic Partnership')).toBe('2 off, 1 on')
    expect(countsOf('Cherwell Rural Transport Partnership')).toBe('1 off')
    expect(countsOf('Environment Forum')).toBe('1 not rated')
  })

  test('has exactly the nine provisional figures of the mock in quarter 2', async () => {
    const provisional = await database.prisma.measurement.findMany({
      where: { quarterIndex: QUARTER_2, organisationId: null, state: 'provisional' },
      include: { indicator: true },
    })
    expect(provisional.map(({ indicator }) => indicator.code).sort()).toEqual([
      'NI 117',
      'NI 152',
      'NI 16',
      'NI 175',
      'NI 191',
      'NI 192',
      'NI 20',
      'NI 39',
      'NI 53',
    ])
  })

  test('keeps every figure and target of the eight quarters in the file', async () => {
    const measurements = await database.prisma.measurement.findMany({
      where: { organisationId: null },
      include: { indicator: true },
    })
    const targets = await database.prisma.target.findMany({
      where: {
        organisationId: null,
        quarterNumber: { not: null },
        frameworkIndicator: { framework: { slug: 'oxfordshire-laa-2008' } },
      },
      include: { frameworkIndicator: { include: { indicator: true } } },
    })
    const actualAt = new Map(
      measurements.map((m) => [`${m.indicator.code} ${m.quarterIndex}`, m.value?.toNumber() ?? null]),
    )
    const targetAt = new Map(
      targets.map((t) => [
        `${t.frameworkIndicator.indicator.code} ${quarterIndexOf(t.startYear, t.quarterNumber ?? 0)}`,
        t.value?.toNumber(),
      ]),
    )
    const cells = readDataFile('indicators.csv').flatMap((row) =>
      Object.entries(row).flatMap(([column, text]) => {
        const found = /^(actual|target) Q(\d) (\d{4})/.exec(column)
        return found
          ? [
              {
                code: cell(row, 'code'),
                kind: found[1],
                index: quarterIndexOf(Number(found[3]), Number(found[2])),
                text,
              },
            ]
          : []
      }),
    )
    expect(cells).toHaveLength(35 * 16)
    for (const { code, kind, index, text } of cells) {
      const stored = (kind === 'actual' ? actualAt : targetAt).get(`${code} ${index}`) ?? null
      expect({ code, kind, index, stored }).toEqual({
        code,
        kind,
        index,
        stored: text === '' ? null : Number(text),
      })
    }
  })

  test('sums its collecting bodies to the county’s tonnes in every quarter', async () => {
    const figures = await database.prisma.measurement.findMany({
      where: { indicator: { slug: 'ni-192' }, quarterIndex: { gte: quarterIndexOf(2007, 3) } },
    })
    for (const total of figures.filter((figure) => figure.organisationId === null)) {
      const parts = figures.filter(
        (figure) => figure.organisationId && figure.quarterIndex === total.quarterIndex,
      )
      expect(parts).toHaveLength(6)
      expect(parts.reduce((sum, part) => sum + (part.numerator?.toNumber() ?? 0), 0)).toBe(
        total.numerator?.toNumber(),
      )
      expect(parts.reduce((sum, part) => sum + (part.denominator?.toNumber() ?? 0), 0)).toBe(
        total.denominator?.toNumber(),
      )
    }
  })

  test('gives every ratio the value that its numerator and denominator give', async () => {
    const ratios = await database.prisma.measurement.findMany({
      where: { numerator: { not: null } },
      include: { indicator: true },
    })
    expect(ratios.length).toBeGreaterThan(60)
    for (const { numerator, denominator, value, indicator } of ratios) {
      const share = ((numerator?.toNumber() ?? 0) / (denominator?.toNumber() ?? 1)) * 100
      expect(share.toFixed(indicator.decimals)).toBe(value?.toFixed(indicator.decimals))
    }
  })
})

describe('the first agreement', () => {
  test('has £6.35m secured, £3.64m on course, £5.69m at risk and £0.32m lost of its £16m', async () => {
    const targets = await database.prisma.rewardTarget.findMany({ orderBy: { position: 'asc' } })
    const summary = rewardSummary(
      targets.map((target) => ({
        withoutStretch: target.withoutStretch.toFixed(),
        stretch: target.stretch.toFixed(),
        actual: target.actual?.toFixed() ?? null,
        sharePence: target.sharePence,
        audit: target.audit,
      })),
    )
    const millions = (pence: number) => (pence / 1e8).toFixed(2)
    expect(
      [summary.securedPence, summary.onCoursePence, summary.atRiskPence, summary.forgonePence].map(millions),
    ).toEqual(['6.35', '3.64', '5.69', '0.32'])
    expect([summary.securedCount, summary.onCourseCount, summary.atRiskCount]).toEqual([5, 3, 4])
  })

  test('ends each stretch series on the figure its reward is paid for', async () => {
    const targets = await database.prisma.rewardTarget.findMany({
      include: {
        frameworkIndicator: {
          include: {
            indicator: { include: { measurements: { where: { quarterIndex: quarterIndexOf(2008, 4) } } } },
          },
        },
      },
    })
    for (const target of targets) {
      expect(target.frameworkIndicator.indicator.measurements[0]?.value?.toNumber()).toBe(
        target.actual?.toNumber(),
      )
    }
  })
})

describe('the registers', () => {
  test('hold 62 partnerships for Cherwell, 17 of them significant, in the mock’s order', async () => {
    expect(
      await database.prisma.registerEntry.count({
        where: { council: { slug: 'cherwell' }, removedOn: null },
      }),
    ).toBe(62)
    const significant = await significantOnRegister('cherwell')
    expect(significant.map((entry) => entry.partnership.name)).toEqual(
      readDataFile('partnerships.csv').map((row) => cell(row, 'partnership')),
    )
  })

  test('are kept by all six councils, which do not agree on what is significant', async () => {
    const names = new Set<string>()
    for (const slug of [
      'oxfordshire',
      'cherwell',
      'oxford',
      'south-oxfordshire',
      'vale-of-white-horse',
      'west-oxfordshire',
    ]) {
      const significant = await significantOnRegister(slug)
      expect(significant.length).toBeGreaterThan(10)
      names.add(significant.map((entry) => entry.partnership.slug).join())
    }
    expect(names.size).toBe(6)
  })

  test('give Cherwell’s matrix the columns of the file', async () => {
    const significant = await significantOnRegister('cherwell')
    const seen = significant.map(({ partnership }) => {
      const own = partnership.returns.find((sent) => sent.quarterIndex === QUARTER_2)
      const rating = partnership.vfmRatings.find(
        (given) => given.council.slug === 'cherwell' && given.startYear === 2008,
      )
      const timeliness = returnTimeliness({
        submittedAt: own?.submittedAt ?? null,
        dueOn: isoDate(own?.dueOn ?? new Date(0)),
        today: TODAY,
      })
      return {
        partnership: partnership.name,
        return: timeliness.kind.replace('_', ' '),
        received: own?.submittedAt ? isoDate(own.submittedAt) : '',
        vfm: rating ? vfmWord(rating.rating as 1 | 2 | 3 | 4) : 'not assessed',
        red: partnership.risks.filter(
          (risk) => !risk.closedOn && isRed(riskScore(risk.likelihoodAfter, risk.impactAfter)),
        ).length,
        overdue: partnership.actions.filter((action) =>
          isOverdue(
            {
              dueOn: isoDate(action.dueOn),
              completedOn: action.completedOn ? isoDate(action.completedOn) : null,
            },
            TODAY,
          ),
        ).length,
        lead: partnership.leadOfficer?.name,
      }
    })
    expect(seen).toEqual(
      readDataFile('partnerships.csv').map((row) => ({
        partnership: cell(row, 'partnership'),
        return: cell(row, 'return_for_2009_10_q2'),
        received: cell(row, 'received') ? isoDate(new Date(`${cell(row, 'received')} UTC`)) : '',
        vfm: cell(row, 'vfm_2008_09'),
        red: Number(cell(row, 'red_risks')),
        overdue: Number(cell(row, 'overdue_actions')),
        lead: cell(row, 'lead_officer'),
      })),
    )
  })

  test('count 13 returns on time, 2 late and 2 missing', async () => {
    const significant = await significantOnRegister('cherwell')
    const summary = summariseReturns(
      significant.map(({ partnership }) => {
        const own = partnership.returns.find((sent) => sent.quarterIndex === QUARTER_2)
        return returnTimeliness({ submittedAt: own?.submittedAt ?? null, dueOn: '2009-10-16', today: TODAY })
      }),
    )
    expect(summary).toMatchObject({ expected: 17, onTime: 13, late: 2, missing: 2 })
  })

  test('have a return for every significant partnership and quarter of its life', async () => {
    const significant = await significantOnRegister('cherwell')
    const since2006 = significant.filter(({ partnership }) => partnership.startedOn < new Date('2006-07-01'))
    for (const { partnership } of since2006) expect(partnership.returns).toHaveLength(14)
    expect(significant.every(({ partnership }) => partnership.returns.length >= 6)).toBe(true)
  })
})

test('the quarters open, fall due and close on the mock’s days', async () => {
  const quarters = await database.prisma.quarter.findMany({
    where: { index: { in: [QUARTER_2, QUARTER_2 + 1] } },
    orderBy: { index: 'asc' },
  })
  expect(
    quarters.map(({ startYear, opensOn, dueOn, closesOn }) => [
      financialYearLabel(startYear),
      ...[opensOn, dueOn, closesOn].map(isoDate),
    ]),
  ).toEqual([
    ['2009/10', '2009-10-01', '2009-10-16', '2009-10-23'],
    ['2009/10', '2010-01-01', '2010-01-15', '2010-01-22'],
  ])
})

test('the catalogue is whole: 202 indicators, 35 of them also in the agreement as the same rows', async () => {
  const { prisma } = database
  expect(
    await prisma.frameworkIndicator.count({ where: { framework: { slug: 'national-indicator-set-2008' } } }),
  ).toBe(202)
  expect(
    await prisma.indicator.count({
      where: {
        AND: [
          { frameworks: { some: { framework: { slug: 'national-indicator-set-2008' } } } },
          { frameworks: { some: { isDesignated: true } } },
        ],
      },
    }),
  ).toBe(35)
})

test('what needs attention has its cause, action, owner and date', async () => {
  const entries = await database.prisma.returnEntry.findMany({
    where: { return: { quarterIndex: QUARTER_2 }, cause: { not: null } },
    include: { owner: true, frameworkIndicator: { include: { indicator: true } } },
  })
  const seen = entries.map((entry) => [
    entry.frameworkIndicator.indicator.code,
    entry.cause,
    entry.action,
    entry.owner?.name,
    entry.dueOn ? isoDate(entry.dueOn) : '',
  ])
  const expected = readDataFile('attention.csv').map((row) => [
    cell(row, 'indicator'),
    cell(row, 'cause'),
    cell(row, 'action'),
    cell(row, 'owner'),
    isoDate(new Date(`${cell(row, 'by')} UTC`)),
  ])
  expect(seen.sort()).toEqual(expected.sort())
})
