import type { PartnershipValue } from './value-types.ts'

type EvidenceLinkProps = { value: PartnershipValue; criterion: string }

/** From a figure to the evidence of the criterion that it belongs to, where the council judges by that criterion. */
export function EvidenceLink({ value, criterion }: EvidenceLinkProps) {
  const found = value.criteria.find(({ id, evidence }) => id === criterion && evidence.length > 0)
  return found === undefined ? null : <a href={`#${found.id}`}>Evidence: {found.title}</a>
}
