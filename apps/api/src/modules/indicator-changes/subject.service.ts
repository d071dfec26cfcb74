import {
  designatedPhrase,
  financialYearKey,
  financialYearLabel,
  formatFigureExactly,
  parseFinancialYearKey,
  quarterFromIndex,
  quarterKey,
  quarterLabel,
  quartersPreviewed,
  sinceBaseline,
} from '@accord/domain'
import type { z } from 'zod'
import type { Context } from '#api/context.ts'
import { notFound } from '#api/problem.ts'
import { toSeries } from '#modules/indicators/series.service.ts'
import { quarterInContext } from '#modules/quarters/quarters.service.ts'
import { whyCannotPropose } from './change-rules.ts'
import type { IndicatorSettings, IndicatorTargets, targetsQuery } from './changes.schemas.ts'
import { readOwners, readSubject, type SubjectRow, yearTargetsOf } from './subject.queries.ts'

/** Two years more than a preview looks back, so that the first year it shows has one before it. */
export const PREVIEWED = quartersPreviewed + 8

type Asked = { indicator: string; framework: string | null; organisation: string | null }

export async function knownSubject(
  context: Context,
  asked: Asked,
): Promise<{ subject: SubjectRow; newest: number }> {
  const { index } = await quarterInContext(context, undefined)
  const subject = await readSubject(context, { ...asked, quarterIndex: index, quartersBack: PREVIEWED })
  if (subject === undefined) {
    const where = asked.framework === null ? '' : ` in a framework called ${asked.framework}`
    throw notFound(
      '#/path/id',
      `There is no indicator called ${asked.indicator}${where}. Choose one from /api/v1/indicators.`,
    )
  }
  if (asked.organisation !== null && subject.organisation === null) {
    throw notFound('#/query/organisation', `There is no organisation called ${asked.organisation} here.`)
  }
  return { subject, newest: index }
}

function lockedSentence({ figures }: SubjectRow): string | null {
  if (figures === 0) return null
  const count = figures === 1 ? '1 figure has' : `${figures} figures have`
  return `${count} been reported, so its unit, which way is good and what a figure covers stay as they are. For another meaning, make a new indicator.`
}

/** An indicator’s definition, tolerances and place, for the form that changes them. */
export async function settingsOf(
  context: Context,
  asked: { indicator: string; framework: string | null },
): Promise<Omit<z.output<typeof IndicatorSettings>, 'changes'>> {
  const { subject } = await knownSubject(context, { ...asked, organisation: null })
  const { id, code, framework, settings, placement, figures, outcomes, frameworkKind, designated } = subject
  const obstacle = whyCannotPropose(context, subject.councilIds)
  return {
    ...{ id, code, framework, settings, placement, figures, outcomes },
    locked: lockedSentence(subject),
    owners: await readOwners(context, context.today),
    designated: designatedPhrase(frameworkKind, designated),
    mayPropose: obstacle === null,
    blockedBecause: obstacle,
  }
}

const yearOf = (startYear: number) => ({
  key: financialYearKey(startYear),
  label: financialYearLabel(startYear),
})

/** An indicator’s targets of one year beside the year before, and its baseline, for the form that changes them. */
export async function targetsOf(
  context: Context,
  indicator: string,
  query: z.output<typeof targetsQuery>,
): Promise<Omit<z.output<typeof IndicatorTargets>, 'changes'>> {
  const { subject, newest } = await knownSubject(context, {
    ...{ indicator, framework: query.framework ?? null, organisation: query.organisation ?? null },
  })
  const { id, code, settings, framework, organisation, bodies, baseline, startYear, endYear } = subject
  const running = Math.min(Math.max(quarterFromIndex(newest).startYear, startYear), endYear)
  const asked = query.year === undefined ? running : (parseFinancialYearKey(query.year) ?? running)
  const series = toSeries(subject)
  const figuresOf = (year: number) =>
    [0, 1, 2, 3].map((place) => series.pointAt(year * 4 + place)?.value ?? null)
  const { unit, decimals, polarity, measure, shortTitle } = settings
  const obstacle = whyCannotPropose(context, subject.councilIds)
  return {
    ...{
      id,
      code,
      title: shortTitle,
      unit,
      decimals,
      polarity,
      measure,
      framework,
      organisation,
      bodies,
      baseline,
    },
    year: yearOf(asked),
    years: Array.from({ length: endYear - startYear + 1 }, (_, place) => yearOf(startYear + place)),
    targets: { ...yearTargetsOf(subject, asked), figures: figuresOf(asked) },
    lastYear: { ...yearTargetsOf(subject, asked - 1), figures: figuresOf(asked - 1) },
    sinceBaseline: sinceBaselineOf(subject, newest),
    baselineChanges: subject.baselineChanges.map(({ from, to, ...change }) => ({
      ...change,
      from: from === null ? null : `${formatFigureExactly(from.value, settings)} in ${from.period}`,
      to: `${formatFigureExactly(to.value, settings)} in ${to.period}`,
    })),
    mayPropose: obstacle === null,
    blockedBecause: obstacle,
  }
}

const quartersSinceBaseline = 8

function sinceBaselineOf(subject: SubjectRow, newest: number) {
  const { baseline, settings } = subject
  if (baseline === null) return []
  const series = toSeries(subject)
  return Array.from({ length: quartersSinceBaseline }, (_, back) => newest - back).flatMap((index) => {
    const actual = series.pointAt(index)?.value ?? null
    const since = sinceBaseline({
      ...{ actual, baseline: baseline.value, polarity: settings.polarity, format: settings },
    })
    if (since === null || actual === null) return []
    return [
      { quarter: quarterKey(index), label: quarterLabel(index), value: actual, sentence: since.sentence },
    ]
  })
}
