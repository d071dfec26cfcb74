export { day, ownWord, type Writer } from './builder.ts'
export { aReturnAssignment, aReturnCell } from './drafts.ts'
export {
  aFramework,
  aFrameworkIndicator,
  aMeasurement,
  anIndicator,
  anOutcome,
  aQuarter,
  aTarget,
} from './indicators.ts'
export { aCouncil, anOrganisation, aPerson, aRole } from './organisations.ts'
export { aMembership, aPartnership, aRegisterEntry, aSignificantEntry, aVfmRating } from './partnerships.ts'
export { aMeeting, anAction, aQuarterlyReturn, aQuestion, aReturnEntry, aRisk } from './returns.ts'
