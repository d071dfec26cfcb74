import {
  asKept,
  cellText,
  checkIndicator,
  type EnteredFigures,
  enteredFigures,
  explainRating,
  figureOf,
  forecastYearEnd,
  hardLimitsOf,
  indicatorCell,
  type MissingReason,
  missingReasons,
  type NotRatedReason,
  notRatedReasonOf,
  type Rating,
  type ReturnCheck,
  rate,
  type YearEndForecast,
} from '@accord/domain'
import type { IndicatorModel, ReturnModel } from './return-model.ts'

/** What there is to say of one row while someone types into it. */
export type RowReading = {
  /** The figures as they would be kept: what a confirmation names. */
  figures: EnteredFigures
  figure: string | null
  rating: Rating
  reason: NotRatedReason | null
  why: () => string
  isShort: boolean
  checks: readonly ReturnCheck[]
  /** The one question about the figure, confirmed or not. */
  warning: ReturnCheck | null
  isCopied: boolean
}

type Texts = ReadonlyMap<string, string>

export function readRow(model: ReturnModel, { indicator }: IndicatorModel, texts: Texts): RowReading {
  const { quarterIndex } = model
  const input = { ...model.underCheck(texts), indicators: [indicator] }
  const { cells } = asKept(input)
  const checks = checkIndicator(indicator, { quarterIndex, cells: texts })
  const isFaulty = checks.some(({ tier }) => tier === 'validity')
  const figure = isFaulty ? null : figureOf(indicator, cells)
  const missing = figure === null ? missingOf(indicator, cells) : null
  const { target, rule, isDataOnly = false } = indicator
  const rated = { actual: figure, missing, target, rule, dataOnly: isDataOnly }
  const rating = rate(rated)
  return {
    figures: enteredFigures(indicator, cells),
    ...{ figure, rating, checks },
    reason: notRatedReasonOf(rating),
    why: () => explainRating(rated),
    isShort: rating.status === 'near_target' || rating.status === 'off_target',
    warning: checks.find(({ tier }) => tier === 'soft') ?? null,
    isCopied: checks.some(({ code }) => code === 'commentary_copied'),
  }
}

/** Why there is no figure: as was said, or because none is due. */
function missingOf({ slug, isDue }: IndicatorModel['indicator'], cells: Texts): MissingReason | null {
  const said = cellText(cells, indicatorCell(slug, 'missing'))
  return missingReasons.find((reason) => reason === said) ?? (isDue ? null : 'not_due')
}

/** Where the year would end, from the figures before and the one typed. */
export function forecastOf(
  { quarterIndex }: Pick<ReturnModel, 'quarterIndex'>,
  { indicator }: IndicatorModel,
  figure: string | null,
): YearEndForecast {
  const points = indicator.series.map(({ index, value }) => ({ index, value: Number(value) }))
  if (figure !== null) points.push({ index: quarterIndex, value: Number(figure) })
  const { min, max } = hardLimitsOf(indicator)
  return forecastYearEnd({
    measure: indicator.measure,
    points,
    ...{ quarterIndex, decimals: indicator.decimals },
    bounds: {
      ...(min === null ? {} : { min: Number(min) }),
      ...(max === null ? {} : { max: Number(max) }),
    },
  })
}
