export { isOverdue } from './actions.ts'
export type { Attention, AttentionItem } from './attention.ts'
export { needsAttention, runOf, runPhrase } from './attention.ts'
export { chanceOfMeeting, chancePhrase, oddsPhrase } from './chance.ts'
export type { ChangeItem, StatusChanges } from './changes.ts'
export { statusChanges } from './changes.ts'
export { addDays, daysBetween, formatDate, formatMediumDate, formatShortDate, londonDate } from './dates.ts'
export type { Decimal } from './decimal.ts'
export {
  absoluteDecimal,
  addDecimals,
  compareDecimals,
  decimalNumber,
  decimalText,
  divideDecimals,
  isDecimalText,
  isZeroDecimal,
  multiplyDecimals,
  negateDecimal,
  parseDecimal,
  roundDecimal,
  subtractDecimals,
  trimDecimal,
} from './decimal.ts'
export type { Direction, DirectionInput, DirectionWord, Movement } from './direction.ts'
export { directionOfTravel, shortIsShown } from './direction.ts'
export { explainRating, explainWithReason, whyHeading } from './explain-rating.ts'
export type { FigureFormat } from './figures.ts'
export {
  capitalise,
  countOf,
  countWord,
  formatFigure,
  formatFigureExactly,
  formatFigureWithUnit,
  formatGap,
  formatMoney,
  joinWithAnd,
  ordinal,
} from './figures.ts'
export type { Finding, FindingItem } from './finding.ts'
export { finding } from './finding.ts'
export type {
  ForecastBounds,
  ForecastInput,
  ForecastStep,
  NoForecastReason,
  SeriesPoint,
  YearEndForecast,
} from './forecast.ts'
export { forecastYearEnd, pointsForForecast } from './forecast.ts'
export type { Gap, GapInput } from './gap.ts'
export { gapOf, gapPhrase, phraseOfGap } from './gap.ts'
export type { Measure, Polarity, RatingRule, TargetValue, Tolerance } from './indicator-rule.ts'
export { defaultTolerance } from './indicator-rule.ts'
export type { Permission, Role } from './permissions.ts'
export { may, permissions, permissionsOf, roleLabel, roles, rolesThatMay } from './permissions.ts'
export type { Assurance, ProcessControl, ProcessPoint, Variation } from './process-control.ts'
export { pointsForLimits, processControl } from './process-control.ts'
export type { Quarter } from './quarters.ts'
export {
  financialYearLabel,
  parseQuarterKey,
  quarterEndsOn,
  quarterFromIndex,
  quarterIndex,
  quarterKey,
  quarterLabel,
  quarterMonths,
  quarterName,
  quarterShortMonths,
  quarterStartsOn,
  yearEndIndex,
} from './quarters.ts'
export type { RecordAccess } from './record-access.ts'
export { markingOf, mayReadRecord, withheldSentence } from './record-access.ts'
export type { ReturnState, ReturnsSummary, ReturnTimeliness } from './returns.ts'
export { hasBeenReceived, returnTimeliness, summariseReturns } from './returns.ts'
export type { Reward, RewardTarget } from './reward.ts'
export { rewardOf, splitEvenly } from './reward.ts'
export type { AuditState, RewardPart, RewardSummary } from './reward-summary.ts'
export { rewardSummary } from './reward-summary.ts'
export { isRed, redFrom, riskScore } from './risks.ts'
export type { RollUp } from './roll-up.ts'
export { denominatorSentence, notRatedPhrase, rollUp, shortCounts } from './roll-up.ts'
export type { SpecialCauseRule } from './special-causes.ts'
export type { MissingReason, NotRatedReason, RatedStatus, Rating, RatingInput, Status } from './status.ts'
export {
  notRatedReasonOf,
  notRatedReasonOrder,
  notRatedWord,
  rate,
  statusOrder,
  statusWord,
} from './status.ts'
export type { Thresholds } from './thresholds.ts'
export { thresholds } from './thresholds.ts'
export type { VfmRating, VfmWord } from './value-for-money.ts'
export { isHighPerformer, vfmWord } from './value-for-money.ts'
export type { XmrLimits } from './xmr-limits.ts'
export { xmrLimits } from './xmr-limits.ts'
