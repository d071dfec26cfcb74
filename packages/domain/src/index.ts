export { isOverdue } from './actions.ts'
export type {
  AssessmentAction,
  AssessmentAnswer,
  AssessmentObstacle,
  AssessmentObstacleCode,
  AssessmentStanding,
  AssessmentState,
  JudgedCriterion,
} from './assessment-life.ts'
export {
  allowedMoves,
  assessmentActions,
  assessmentAfter,
  assessmentMoves,
  mayEditAssessment,
  nextMove,
  whyCannotMove,
} from './assessment-life.ts'
export type { Attention, AttentionItem } from './attention.ts'
export { needsAttention, runOf, runPhrase } from './attention.ts'
export type { BackTest, HorizonTally } from './back-test.ts'
export { backTest, coverageOf } from './back-test.ts'
export type { SinceBaseline } from './baselines.ts'
export { sinceBaseline } from './baselines.ts'
export type { Frequency, Ownership } from './catalogue-attention.ts'
export {
  frequencies,
  frequencyOf,
  frequencyWord,
  quartersBetweenFigures,
  quartersUntilStale,
  staleSince,
  unownedKinds,
  whyOrphaned,
  whyStale,
} from './catalogue-attention.ts'
export type { CellToValidate } from './cell-validity.ts'
export {
  missingReasons,
  narrativeWords,
  ownerCharacters,
  textCharacters,
  validateCell,
} from './cell-validity.ts'
export { chanceOfMeeting, chancePhrase, oddsPhrase } from './chance.ts'
export type { ChangePreview, PreviewedQuarter, QuarterToPreview, RuleInPreview } from './change-preview.ts'
export { previewChange, publishedStays, quartersPreviewed, targetAfter } from './change-preview.ts'
export type { ChangeItem, StatusChanges } from './changes.ts'
export { statusChanges } from './changes.ts'
export {
  confirmationFor,
  confirmationText,
  confirmedWord,
  isConfirmed,
  readConfirmation,
} from './confirmations.ts'
export {
  addDays,
  dayOfWeek,
  daysBetween,
  formatDate,
  formatDateWithWeekday,
  formatMediumDate,
  formatShortDate,
  isDate,
  londonDate,
} from './dates.ts'
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
export { decimalMedian, rankedByValue } from './decimal-median.ts'
export type { Direction, DirectionInput, DirectionWord, Movement } from './direction.ts'
export { directionOfTravel, shortIsShown } from './direction.ts'
export { explainRating, explainWithReason, whyHeading } from './explain-rating.ts'
export type { DueReturn, ForecastRecord, ReportingRecord, RevisionRecord } from './figure-quality.ts'
export { availableOn, figureAge, forecastRecord, reportingRecord, revisionRecord } from './figure-quality.ts'
export { figureFieldLabel, hardLimitsOf } from './figure-validity.ts'
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
  formatPerPound,
  formatPounds,
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
export { amountPhrase, gapOf, gapPhrase, phraseOfGap } from './gap.ts'
export type { ImportAction, ImportStanding, ImportState } from './import-life.ts'
export { importActions, whyCannotImport } from './import-life.ts'
export type { ChangeAction, ChangeKind, ChangeObstacle, ChangeState } from './indicator-changes.ts'
export {
  boundedKind,
  changeActions,
  changeKinds,
  changeKindWord,
  changeStates,
  changeStateWord,
  designatedPhrase,
  lockedByFigures,
  mostDesignated,
  needsAgreement,
  whyCannotChange,
  whyCannotDesignate,
  whySettingLocked,
} from './indicator-changes.ts'
export type { EarlierFigure, IndicatorFindingInput } from './indicator-finding.ts'
export { bodiesFinding, indicatorFinding, mostTitleWords } from './indicator-finding.ts'
export type { NoteKind, NoteStanding } from './indicator-notes.ts'
export { mostEventCharacters, notePermission, whyCannotNote } from './indicator-notes.ts'
export type { Measure, Polarity, RatingRule, TargetValue, Tolerance } from './indicator-rule.ts'
export { defaultTolerance } from './indicator-rule.ts'
export type { SettingFault, SettingReading, SettingsToCheck } from './indicator-settings.ts'
export { readSettingNumber, settingFaults, whyTargetUnfit } from './indicator-settings.ts'
export type { IndicatorSignal, SignalInput, SignalPhase, SignalPoint } from './indicator-signal.ts'
export { assuranceWord, indicatorSignal, variationWord } from './indicator-signal.ts'
export type { NamedOrganisation, OrganisationMatch } from './organisation-names.ts'
export { comparableName, matchOrganisation, unmatchedSentence } from './organisation-names.ts'
export type { ForecastRule, PastForecast } from './past-forecasts.ts'
export { pastForecasts } from './past-forecasts.ts'
export type { Permission, Role } from './permissions.ts'
export { may, permissions, permissionsOf, roleLabel, roles, rolesThatMay } from './permissions.ts'
export type { Assurance, ProcessControl, ProcessPoint, Variation } from './process-control.ts'
export { pointsForLimits, processControl } from './process-control.ts'
export type { ProcessPhase, RecalculationPoint } from './process-phases.ts'
export { processPhases } from './process-phases.ts'
export type { Quarter } from './quarters.ts'
export {
  financialYearKey,
  financialYearLabel,
  financialYearOf,
  parseFinancialYearKey,
  parseQuarterKey,
  quarterEndsOn,
  quarterFromIndex,
  quarterIndex,
  quarterKey,
  quarterLabel,
  quarterMonths,
  quarterName,
  quarterShortLabel,
  quarterShortMonths,
  quarterStartsOn,
  yearEndIndex,
} from './quarters.ts'
export type {
  QuarterToAnswerIn,
  QuestionDates,
  QuestionState,
  ScrutinyObstacle,
} from './questions.ts'
export {
  askAgainText,
  askingSentence,
  compareQuestions,
  quarterToAnswerIn,
  questionNote,
  questionState,
  questionStates,
  questionStateWord,
  whyCannotAsk,
  whyCannotCloseQuestion,
} from './questions.ts'
export type {
  RecommendationResponse,
  RecommendationStanding,
  RecommendationState,
} from './recommendations.ts'
export {
  closingNeedsOutcome,
  compareRecommendations,
  followUpSentence,
  mayHaveAction,
  nextRecommendationNumber,
  overdueSince,
  recommendationName,
  recommendationState,
  recommendationStates,
  recommendationStateWord,
  responseNeedsReason,
  scrutinyHeadline,
  whyCannotCloseRecommendation,
  whyCannotKeepScrutiny,
  whyCannotRespond,
} from './recommendations.ts'
export type { RecordAccess } from './record-access.ts'
export { exemptWithheld, markingOf, mayReadRecord, withheldSentence } from './record-access.ts'
export type { ReminderContext, ReminderWords } from './reminder-words.ts'
export { reminderLabel, reminderWords } from './reminder-words.ts'
export type {
  MemberNotice,
  ReminderCalendar,
  ReminderDay,
  ReminderKind,
  ReturnNotice,
  TimedReminder,
} from './reminders.ts'
export {
  isOutstanding,
  memberNotices,
  noticeOf,
  reminderDays,
  reminderKinds,
  remindersDue,
  returnNotices,
  timedReminders,
} from './reminders.ts'
export type {
  ActionField,
  FigureField,
  IndicatorField,
  NarrativeField,
  QuestionField,
  ResourceField,
  ReturnCell,
  ReturnSection,
  RiskField,
} from './return-cells.ts'
export {
  actionFields,
  cellKey,
  cellText,
  figureFields,
  indicatorCell,
  indicatorFields,
  isFigureCell,
  itemKey,
  narrativeFields,
  parseCellKey,
  questionFields,
  resourceFields,
  returnSections,
  riskFields,
  sectionOf,
  sectionTitle,
} from './return-cells.ts'
export type { CheckCode, CheckTier, CrossCode, GapCode, ReturnCheck } from './return-check.ts'
export type { HoldUps } from './return-checks.ts'
export { asKept, checkIndicator, checkReturn, isAnyShort, otherHalfOf, whatHoldsUp } from './return-checks.ts'
export { draftRating, isCopied, isShort } from './return-cross-checks.ts'
export type {
  ActionUnderCheck,
  EnteredFigures,
  HardLimits,
  QuestionUnderCheck,
  ReturnIndicator,
  ReturnUnderCheck,
  RiskUnderCheck,
} from './return-figures.ts'
export { enteredFigures, figureFrom, figureOf, isDueIn } from './return-figures.ts'
export { narrativeNeeded } from './return-gaps.ts'
export type { ReturnAction, ReturnMove, ReturnStep } from './return-life.ts'
export {
  actionBetween,
  needsReason,
  replayReturn,
  returnActionLabel,
  returnActions,
  returnMoves,
  stateAfter,
} from './return-life.ts'
export type { Lock, LockCode, ReturnPeriod } from './return-lock.ts'
export { isEditable, lastDayOf, whyClosed, whyLocked } from './return-lock.ts'
export type { Obstacle, ObstacleCode, ReturnStanding } from './return-obstacles.ts'
export { allowedActions, whyCannot } from './return-obstacles.ts'
export type { HeldRole, ReturnPart } from './return-parts.ts'
export { partsIn, returnParts } from './return-parts.ts'
export type { ReturnState, ReturnsSummary, ReturnTimeliness } from './returns.ts'
export {
  hasBeenReceived,
  returnStates,
  returnStateWord,
  returnTimeliness,
  summariseReturns,
} from './returns.ts'
export type { Reward, RewardTarget } from './reward.ts'
export { rewardOf, splitEvenly } from './reward.ts'
export type { AuditState, RewardPart, RewardSummary } from './reward-summary.ts'
export { rewardSummary } from './reward-summary.ts'
export { isRed, redFrom, riskScore } from './risks.ts'
export type { RollUp } from './roll-up.ts'
export { denominatorSentence, notRatedPhrase, rollUp, shortCounts } from './roll-up.ts'
export type { ExcessOverWhole, PublishedCounts } from './rounded-counts.ts'
export { countsGive, excessOverWhole } from './rounded-counts.ts'
export type { SectionContext, SectionState, SectionStateName, SignOffStep } from './section-states.ts'
export { nextIncomplete, sectionStates, signOffStep } from './section-states.ts'
export type { FractionShare } from './series-slips.ts'
export { fractionShare, movedPoint } from './series-slips.ts'
export type { SlipCode, Suggestion } from './slips.ts'
export { slugFrom } from './slugs.ts'
export type { SoftCode, SoftInput, SoftSign, SoftWarning } from './soft-warnings.ts'
export { softSigns, softWarning } from './soft-warnings.ts'
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
export type { Profile } from './target-profiles.ts'
export { fillBySeason, fillEvenly } from './target-profiles.ts'
export type { Thresholds } from './thresholds.ts'
export { thresholds } from './thresholds.ts'
export type { DateReading } from './typed-dates.ts'
export { readTypedDate } from './typed-dates.ts'
export type { NumberFault, NumberForm, NumberReading } from './typed-numbers.ts'
export { readTypedNumber } from './typed-numbers.ts'
export type { EitherQuarter, QuarterReading } from './typed-quarters.ts'
export { readTypedQuarter } from './typed-quarters.ts'
export { countCharacters, countWords, isBlankText, tidyLine, tidyText } from './typed-texts.ts'
export type { UsualEnds, UsualRange } from './usual-range.ts'
export { usualEnds, usualRangeOf } from './usual-range.ts'
export type { CellValidity, Invalid, ValidatedIndicator, ValidityCode } from './validity.ts'
export type { VfmRating, VfmWord } from './value-for-money.ts'
export { isHighPerformer, vfmWord } from './value-for-money.ts'
export type { HourlyRate, Investment, InvestmentKind, Saving } from './vfm-cost.ts'
export {
  costOf,
  hourlyRateOn,
  median,
  percentFromMedian,
  savedPerPound,
  signedSaving,
  totalCost,
} from './vfm-cost.ts'
export type { CriterionAcross, CriterionRating, DeliveryCounts, WeakCriterion } from './vfm-criteria.ts'
export {
  criteriaHeading,
  disagreements,
  medianRating,
  shortTitle,
  weakestCriteria,
  weakPhrase,
} from './vfm-criteria.ts'
export type { LinesInput, VfmDirection } from './vfm-findings.ts'
export { linesToFollow, vfmDirection, vfmHeadline, vfmListHeadline, yearsRunning } from './vfm-findings.ts'
export type { WorkKind, WorkState } from './work-items.ts'
export {
  isWorkOpen,
  nextWorkStates,
  whyCannotMoveWork,
  workKinds,
  workKindWord,
  workMoveNeedsFindings,
  workStates,
  workStateWord,
} from './work-items.ts'
export type { Holidays } from './working-days.ts'
export { isWorkingDay, nextWorkingDay, workingDaysBefore, workingDaysBetween } from './working-days.ts'
export type { XmrLimits } from './xmr-limits.ts'
export { xmrLimits } from './xmr-limits.ts'
