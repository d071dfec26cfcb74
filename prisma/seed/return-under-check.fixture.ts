import { isDueIn, type ReturnIndicator, type ReturnState, type ReturnUnderCheck } from '@accord/domain'
import type { Prisma, PrismaClient } from '../client/generated/client.ts'

const QUARTERS_OF_SERIES = 16

const PLACE = {
  include: {
    indicator: { include: { measurements: { where: { organisationId: null, value: { not: null } } } } },
    targets: { where: { organisationId: null, quarterNumber: { not: null } } },
  },
} satisfies Prisma.FrameworkIndicatorDefaultArgs

const RETURN = {
  include: {
    cells: { orderBy: { cell: 'asc' } },
    partnership: {
      include: {
        indicators: { where: { framework: { slug: 'oxfordshire-laa-2008' } }, ...PLACE },
        actions: true,
        risks: true,
        questions: true,
        returns: { include: { entries: true } },
      },
    },
  },
} satisfies Prisma.QuarterlyReturnDefaultArgs

type Loaded = Prisma.QuarterlyReturnGetPayload<typeof RETURN>
type Place = Prisma.FrameworkIndicatorGetPayload<typeof PLACE>

function indicatorOf(place: Place, loaded: Loaded): ReturnIndicator {
  const { indicator, targets } = place
  const { quarterIndex } = loaded
  const format = { unit: indicator.unit, decimals: indicator.decimals }
  const target = targets.find(
    ({ startYear, quarterNumber }) => startYear * 4 + (quarterNumber ?? 0) - 1 === quarterIndex,
  )
  const before = loaded.partnership.returns.find((other) => other.quarterIndex === quarterIndex - 1)
  const { hardMin, hardMax } = indicator
  const hardLimits = { min: hardMin?.toFixed() ?? null, max: hardMax?.toFixed() ?? null }
  return {
    slug: indicator.slug,
    code: indicator.code,
    title: indicator.title,
    ...format,
    measure: indicator.measure,
    isRatio: indicator.isRatio,
    roundedCounts: indicator.roundedCounts,
    isDue: isDueIn(indicator.measure, quarterIndex),
    isDataOnly: place.isDataOnly,
    rule: {
      polarity: indicator.polarity,
      tolerance: {
        kind: indicator.toleranceKind,
        green: indicator.greenTolerance.toFixed(),
        amber: indicator.amberTolerance.toFixed(),
      },
      format,
    },
    target: target?.value ? { value: target.value.toFixed() } : null,
    ...(hardMin === null && hardMax === null ? {} : { hardLimits }),
    series: indicator.measurements
      .filter(({ quarterIndex: at }) => at < quarterIndex && at >= quarterIndex - QUARTERS_OF_SERIES)
      .map(({ quarterIndex: index, value }) => ({ index, value: value?.toFixed() ?? '' })),
    lastCommentary:
      before?.entries.find((entry) => entry.frameworkIndicatorId === place.id)?.commentary ?? null,
    numeratorLabel: indicator.numeratorLabel,
    denominatorLabel: indicator.denominatorLabel,
  }
}

export type SeededReturn = { partnership: string; quarterIndex: number; underCheck: ReturnUnderCheck }

function seededReturn(loaded: Loaded): SeededReturn {
  const { partnership, quarterIndex, state, cells } = loaded
  return {
    partnership: partnership.name,
    quarterIndex,
    underCheck: {
      quarterIndex,
      today: '2009-10-19',
      state: state satisfies ReturnState,
      cells: new Map(cells.flatMap(({ cell, value }) => (value === null ? [] : [[cell, value] as const]))),
      indicators: partnership.indicators.map((place) => indicatorOf(place, loaded)),
      actions: partnership.actions
        .filter(({ completedOn }) => completedOn === null)
        .map(({ id, action }) => ({ id, title: action })),
      risks: partnership.risks
        .filter(({ closedOn }) => closedOn === null)
        .map((risk) => ({
          id: risk.id,
          title: risk.cause,
          likelihood: risk.likelihoodAfter,
          impact: risk.impactAfter,
        })),
      questions: partnership.questions
        .filter((question) => question.quarterIndex === quarterIndex - 1 && question.closedOn === null)
        .map(({ id, text }) => ({ id, text })),
    },
  }
}

/** Every return that has cells, as checkReturn takes it. */
export async function returnsUnderCheck(prisma: PrismaClient): Promise<SeededReturn[]> {
  const returns = await prisma.quarterlyReturn.findMany({ where: { cells: { some: {} } }, ...RETURN })
  return returns.map(seededReturn)
}
