import { startAssessment } from '@accord/api-client'
import { Link } from 'react-router'
import { type Place, partnershipValuePath, valueForMoneyPath } from '#lib/paths.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ActionForm } from './action-form.tsx'
import { BenefitsForm } from './benefits-form.tsx'
import { CriteriaForm } from './criteria-form.tsx'
import { EvidenceForm } from './evidence-form.tsx'
import { EvidenceHeld } from './evidence-held.tsx'
import { InvestmentsForm } from './investments-form.tsx'
import { stateWords } from './money-words.ts'
import { Moves } from './moves-form.tsx'
import { OutcomesForm } from './outcomes-form.tsx'
import { OverallForm } from './overall-form.tsx'
import { SavingsForm } from './savings-form.tsx'
import { useAssessmentChange } from './use-assessment-change.ts'
import type { PartnershipValue } from './value-types.ts'

type ViewProps = { value: PartnershipValue; place: Place }

/** The assessor’s page: titled by its subject, and saved part by part. */
export function AssessmentView({ value, place }: ViewProps) {
  const { partnership, year, assessment, allowedActions } = value
  const valuePlace = { ...place, year: year.key }
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: 'Value for money', to: valueForMoneyPath(place, { year: year.key }) },
          { label: partnership.shortName, to: partnershipValuePath(partnership.id, valuePlace) },
          { label: 'Assessment' },
        ]}
      />
      <PageHead
        kicker={
          <>
            <b>{partnership.name}</b>
            {assessment === null ? '' : `, ${stateWords[assessment.state].toLowerCase()}`}
          </>
        }
        headline={`Assessment for ${year.label}`}
      />
      {assessment === null ? <NoAssessment value={value} /> : null}
      {assessment === null ? null : (
        <Parts
          key={assessment.id}
          value={value}
          place={place}
          draft={assessment}
          isOpen={allowedActions.includes('edit')}
        />
      )}
    </>
  )
}

type PartsProps = ViewProps & { draft: { id: string; version: number }; isOpen: boolean }

function Parts({ value, place, draft, isOpen }: PartsProps) {
  const { partnership, year, allowedActions } = value
  return (
    <>
      <p className="lead">
        {isOpen ? 'Each part is saved by itself. Other readers see nothing of it until it is agreed. ' : ''}
        <Link to={partnershipValuePath(partnership.id, { ...place, year: year.key })}>
          See it as it will be read
        </Link>
      </p>
      <Moves value={value} draft={draft} />
      {isOpen ? (
        <>
          <CriteriaForm value={value} draft={draft} />
          <EvidenceHeld value={value} draft={draft} place={place} />
          <EvidenceForm value={value} draft={draft} />
          <InvestmentsForm value={value} draft={draft} />
          <SavingsForm value={value} draft={draft} />
          <BenefitsForm value={value} draft={draft} />
          <OutcomesForm value={value} draft={draft} />
          <OverallForm value={value} draft={draft} />
        </>
      ) : null}
      {allowedActions.includes('add_action') && value.owners.length > 0 ? (
        <ActionForm value={value} id={draft.id} />
      ) : null}
    </>
  )
}

function NoAssessment({ value }: { value: PartnershipValue }) {
  const { council, partnership, year, allowedActions, blockedBecause } = value
  const change = useAssessmentChange({
    firstField: 'start-assessment',
    said: '',
    run: async () => {
      const path = { council: council.id, partnership: partnership.id }
      return (await startAssessment({ path, body: { year: year.key }, throwOnError: true })).data
    },
  })
  if (!allowedActions.includes('start')) {
    return (
      <p className="callout">
        {blockedBecause[0]?.sentence ?? `There is no assessment for ${year.label} that you can open.`}
      </p>
    )
  }
  return (
    <>
      <ErrorSummary heading="It could not be started" errors={change.errors} />
      <p className="lead">
        It starts as a draft with {value.criteria.length} criteria, and with the outcomes of the assessment
        before it.
      </p>
      <p>
        <Button
          id="start-assessment"
          aria-disabled={change.isPending}
          onClick={change.isPending ? undefined : () => change.start(undefined)}
        >
          Start the assessment
        </Button>
      </p>
    </>
  )
}
