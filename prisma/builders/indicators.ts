import type {
  Framework,
  FrameworkIndicator,
  Indicator,
  Measurement,
  Outcome,
  Prisma,
  Quarter,
  Target,
} from '../client/generated/client.ts'
import { quarterDates } from '../default-calendar.ts'
import { ownWord, type Writer } from './builder.ts'

export function aQuarter(writer: Writer, startYear: number, number: number): Promise<Quarter> {
  const dates = quarterDates(startYear, number)
  return writer.quarter.upsert({ where: { index: dates.index }, create: dates, update: {} })
}

/** A Local Area Agreement drawn on its councils’ dashboards. */
export function aFramework(
  writer: Writer,
  {
    councilIds = [],
    ...fields
  }: { councilIds?: string[] } & Partial<Prisma.FrameworkUncheckedCreateInput> = {},
): Promise<Framework> {
  const slug = fields.slug ?? ownWord('framework')
  const councils = { create: councilIds.map((councilId) => ({ councilId })) }
  return writer.framework.create({
    data: {
      slug,
      title: slug,
      shortTitle: slug,
      kind: 'local area agreement',
      startYear: 2008,
      endYear: 2010,
      onDashboard: true,
      councils,
      ...fields,
    },
  })
}

export function anOutcome(
  writer: Writer,
  fields: { frameworkId: string } & Partial<Prisma.OutcomeUncheckedCreateInput>,
): Promise<Outcome> {
  const slug = fields.slug ?? ownWord('outcome')
  return writer.outcome.create({ data: { slug, title: slug, position: 1, ...fields } })
}

/** A percentage, measured each quarter, of which more is better. */
export function anIndicator(
  writer: Writer,
  fields: Partial<Prisma.IndicatorUncheckedCreateInput> = {},
): Promise<Indicator> {
  const slug = fields.slug ?? ownWord('indicator')
  return writer.indicator.create({
    data: {
      slug,
      code: slug,
      title: slug,
      shortTitle: slug,
      unit: '%',
      decimals: 1,
      polarity: 'higher',
      measure: 'discrete_quarter',
      ...fields,
    },
  })
}

type Place = { frameworkId: string; outcomeId: string; indicatorId: string }

/** Places an indicator in a framework as a designated target. */
export function aFrameworkIndicator(
  writer: Writer,
  fields: Place & Partial<Prisma.FrameworkIndicatorUncheckedCreateInput>,
): Promise<FrameworkIndicator> {
  return writer.frameworkIndicator.create({ data: { position: 1, isDesignated: true, ...fields } })
}

export function aTarget(
  writer: Writer,
  fields: { frameworkIndicatorId: string } & Partial<Prisma.TargetUncheckedCreateInput>,
): Promise<Target> {
  const value = fields.rangeLow === undefined ? { value: '50' } : {}
  return writer.target.create({ data: { startYear: 2009, quarterNumber: 2, ...value, ...fields } })
}

/** A final figure, or with `missingReason` the lack of one. */
export function aMeasurement(
  writer: Writer,
  fields: { indicatorId: string; quarterIndex: number } & Partial<Prisma.MeasurementUncheckedCreateInput>,
): Promise<Measurement> {
  const figure = fields.missingReason ? {} : ({ value: '45', state: 'final' } as const)
  return writer.measurement.create({
    data: { reportedAt: new Date('2009-10-14T09:00:00Z'), ...figure, ...fields },
  })
}
