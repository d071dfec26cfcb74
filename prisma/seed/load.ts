import type { Prisma, PrismaClient } from '../client/generated/client.ts'
import { StartError } from '../start-error.ts'
import { evidenceRows, storedFileRows } from './assessment-evidence.ts'
import {
  benefitRows,
  investmentRows,
  judgementRows,
  savingRows,
  outcomeRows as vfmOutcomeRows,
} from './assessment-parts.ts'
import { assessmentEventRows, assessmentRows } from './assessments.ts'
import { dateOf, londonInstant, openedQuarters, quarterRows } from './calendar.ts'
import { assignmentRows, cellChangeRows, cellRows, submissionRows } from './drafts.ts'
import { frameworkCouncilRows, frameworkRows, outcomeRows } from './frameworks.ts'
import { baselineChangeRows, baselineRows, indicatorChangeRows } from './indicator-changes.ts'
import { indicatorEventRows } from './indicator-events.ts'
import { indicatorRows, placeRows, rewardRows } from './indicators.ts'
import { measurementRows, revisionRows } from './measurements.ts'
import { organisationRows } from './organisations.ts'
import { membershipRows, partnershipRows } from './partnerships.ts'
import { personIdNamed, personRows, roleRows } from './people.ts'
import { actionRows, meetingRows, questionRows } from './records.ts'
import { entryPriorityRows, portfolioRows, priorityRows, registerRows } from './register.ts'
import { returnEntryRows } from './return-entries.ts'
import { returnEventRows } from './return-events.ts'
import { returnRows } from './returns.ts'
import { riskReviewRows } from './risk-reviews.ts'
import { riskRows } from './risks.ts'
import { interviewNoteRows, recommendationRows, workItemRows } from './scrutiny.ts'
import { targetChangeRows, targetRows } from './targets.ts'
import { ratingChangeRows, ratingRows } from './value-for-money.ts'
import { criterionRows, hourlyRateRows, schemeRows } from './vfm-scheme.ts'

/** Raised when the demonstration’s content changes, so that an older copy can be told apart. */
export const SEED_VERSION = 4

type Transaction = Prisma.TransactionClient

async function loadBodies(tx: Transaction): Promise<void> {
  await tx.quarter.createMany({ data: quarterRows(), skipDuplicates: true })
  await tx.organisation.createMany({ data: organisationRows() })
  await tx.person.createMany({ data: await personRows() })
  await openQuarters(tx)
  await tx.partnership.createMany({ data: partnershipRows() })
  await tx.personRole.createMany({ data: roleRows() })
  await tx.membership.createMany({ data: membershipRows() })
  await tx.strategicPriority.createMany({ data: priorityRows() })
  await tx.portfolio.createMany({ data: portfolioRows() })
  await tx.registerEntry.createMany({ data: registerRows() })
  await tx.registerEntryPriority.createMany({ data: entryPriorityRows() })
}

// By update: a series imported before may have brought the quarters.
async function openQuarters(tx: Transaction): Promise<void> {
  const openedById = personIdNamed('Philippa Dane')
  for (const { index, openedAt } of openedQuarters()) {
    await tx.quarter.update({ where: { index }, data: { openedAt, openedById } })
  }
}

async function loadFigures(tx: Transaction): Promise<void> {
  await tx.framework.createMany({ data: frameworkRows() })
  await tx.frameworkCouncil.createMany({ data: frameworkCouncilRows() })
  await tx.outcome.createMany({ data: outcomeRows() })
  await tx.indicator.createMany({ data: indicatorRows() })
  await tx.frameworkIndicator.createMany({ data: placeRows() })
  await tx.rewardTarget.createMany({ data: rewardRows() })
  await tx.target.createMany({ data: targetRows() })
  await tx.targetChange.createMany({ data: targetChangeRows() })
  await tx.baseline.createMany({ data: baselineRows() })
  await tx.baselineChange.createMany({ data: baselineChangeRows() })
  await tx.indicatorChange.createMany({ data: indicatorChangeRows() })
  await tx.measurement.createMany({ data: measurementRows() })
  await tx.measurementRevision.createMany({ data: revisionRows() })
  await tx.indicatorEvent.createMany({ data: indicatorEventRows() })
}

async function loadRecords(tx: Transaction): Promise<void> {
  await tx.vfmRating.createMany({ data: ratingRows() })
  await tx.vfmRatingChange.createMany({ data: ratingChangeRows() })
  await tx.quarterlyReturn.createMany({ data: returnRows() })
  await tx.returnEntry.createMany({ data: returnEntryRows() })
  await tx.returnEvent.createMany({ data: returnEventRows() })
  await tx.risk.createMany({ data: riskRows() })
  await tx.riskReview.createMany({ data: riskReviewRows() })
  await loadAssessments(tx)
  await tx.action.createMany({ data: actionRows() })
  await tx.question.createMany({ data: questionRows() })
  await tx.meeting.createMany({ data: meetingRows() })
  await tx.workItem.createMany({ data: workItemRows() })
  await tx.recommendation.createMany({ data: recommendationRows() })
  await tx.interviewNote.createMany({ data: interviewNoteRows() })
}

async function loadAssessments(tx: Transaction): Promise<void> {
  await tx.vfmScheme.createMany({ data: schemeRows() })
  await tx.vfmCriterion.createMany({ data: criterionRows() })
  await tx.hourlyRate.createMany({ data: hourlyRateRows() })
  await tx.vfmAssessment.createMany({ data: assessmentRows() })
  await tx.vfmAssessmentEvent.createMany({ data: assessmentEventRows() })
  await tx.vfmJudgement.createMany({ data: judgementRows() })
  await tx.storedFile.createMany({ data: storedFileRows() })
  await tx.vfmEvidence.createMany({ data: evidenceRows() })
  await tx.vfmInvestment.createMany({ data: investmentRows() })
  await tx.vfmSaving.createMany({ data: savingRows() })
  await tx.vfmBenefit.createMany({ data: benefitRows() })
  await tx.vfmOutcome.createMany({ data: vfmOutcomeRows() })
}

async function loadDrafts(tx: Transaction): Promise<void> {
  await tx.returnCell.createMany({ data: cellRows() })
  await tx.returnCellChange.createMany({ data: cellChangeRows() })
  await tx.returnSubmission.createMany({ data: submissionRows() })
  await tx.returnAssignment.createMany({ data: assignmentRows() })
}

async function recordLoading(tx: Transaction, today: string): Promise<void> {
  const loadedAt = londonInstant(dateOf(today), '08:00')
  await tx.deployment.create({
    data: { mode: 'demonstration', area: 'Oxfordshire', loadedAt, seedVersion: SEED_VERSION },
  })
  await tx.auditEvent.create({
    data: {
      happenedAt: loadedAt,
      actorName: 'Accord',
      source: 'seed',
      action: 'load demonstration',
      subjectType: 'deployment',
      subjectId: '1',
      newValue: { area: 'Oxfordshire', seedVersion: SEED_VERSION },
    },
  })
}

// A series imported before is no hindrance: it brings councils that keep no register, and quarters.
async function refuseLiveData(tx: Transaction): Promise<void> {
  const registers = await tx.organisation.count({ where: { keepsRegister: true } })
  if (registers + (await tx.person.count()) > 0) {
    throw new StartError(
      'This database holds other data: the demonstration is loaded only into an empty one.',
    )
  }
}

export type LoadResult = { loaded: boolean; sentence: string }

/**
 * Loads the demonstration in one transaction. `today` is the ISO date it is loaded on; nothing else depends on it.
 * A database that already holds it is left as it is; one that holds anything else is refused with a StartError.
 */
export async function loadDemonstration(
  database: { prisma: PrismaClient },
  { today }: { today: string },
): Promise<LoadResult> {
  return database.prisma.$transaction(
    async (tx) => {
      // Another load may hold it for all of its own time.
      await tx.$executeRaw`set local lock_timeout = '60s'`
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('load demonstration'))`
      const deployment = await tx.deployment.findUnique({ where: { id: 1 } })
      if (deployment?.mode === 'live') {
        throw new StartError(
          'This database is in use for real work: the demonstration is not loaded into it.',
        )
      }
      if (deployment)
        return { loaded: false, sentence: 'The demonstration is already loaded: nothing was changed.' }
      await refuseLiveData(tx)
      await loadBodies(tx)
      await loadFigures(tx)
      await loadRecords(tx)
      await loadDrafts(tx)
      await recordLoading(tx, today)
      return { loaded: true, sentence: 'The demonstration is loaded.' }
    },
    { timeout: 60_000, maxWait: 10_000 },
  )
}
