import type { Place } from '#lib/paths.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Section } from '#ui/section.tsx'
import { takeBackEvidence } from './add-evidence.ts'
import { EvidenceThing } from './evidence-list.tsx'
import { accessWords } from './money-words.ts'
import type { DraftAtVersion } from './save-part.ts'
import { useAssessmentChange } from './use-assessment-change.ts'
import type { EvidenceItem, PartnershipValue } from './value-types.ts'

type HeldProps = { value: PartnershipValue; draft: DraftAtVersion; place: Place }

/** The evidence there is, by criterion, each with who may read it and the way to withdraw it. */
export function EvidenceHeld({ value, draft, place }: HeldProps) {
  const change = useAssessmentChange({
    firstField: 'evidence-held',
    said: 'The evidence is withdrawn. It stays in the record.',
    run: (evidence: string) => takeBackEvidence(draft, evidence),
  })
  return (
    <Section heading="Evidence">
      <ErrorSummary heading="There is a problem" errors={change.errors} />
      <p role="status">{change.outcome}</p>
      <dl className="evidence-held" id="evidence-held">
        {value.criteria.map(({ id, title, evidence }) => (
          <div key={id}>
            <dt>{title}</dt>
            {evidence.length === 0 ? <dd className="muted">None yet</dd> : null}
            {evidence.map((item) => (
              <HeldItem
                key={item.id}
                item={item}
                place={place}
                isPending={change.isPending}
                onWithdraw={() => change.start(item.id)}
              />
            ))}
          </div>
        ))}
      </dl>
    </Section>
  )
}

type ItemProps = { item: EvidenceItem; place: Place; isPending: boolean; onWithdraw: () => void }

function HeldItem({ item, place, isPending, onWithdraw }: ItemProps) {
  return (
    <dd className="held-item">
      <span className="evidence">
        <EvidenceThing evidence={item} place={place} />{' '}
        <span className="small muted">{item.marking ?? accessWords[item.access]}</span>
      </span>
      <Button look="secondary" aria-disabled={isPending} onClick={isPending ? undefined : onWithdraw}>
        Withdraw<span className="visually-hidden"> {item.title}</span>
      </Button>
    </dd>
  )
}
