import type { MemberInvolvement, PartnershipLevel, PartnershipScope } from '@accord/api-client'

export const scopeWords: Readonly<Record<PartnershipScope, string>> = {
  countywide: 'Countywide',
  district_specific: 'District-specific',
}

export const levelWords: Readonly<Record<PartnershipLevel, string>> = {
  board: 'Board',
  public_service_board: 'Public service board',
  thematic: 'Thematic',
  district_lsp: 'District strategic partnership',
  linked_body: 'Linked body',
}

export const involvementWords: Readonly<Record<MemberInvolvement, string>> = {
  elected_member_required: 'An elected member is required',
  members_and_officers: 'Members and officers',
  officers_only: 'Officers only',
}

export const sectorWords = {
  statutory: 'Statutory',
  independent: 'Independent',
  private: 'Private',
  voluntary: 'Voluntary',
} as const

export const ratingChoices = [
  { value: '', label: 'Any' },
  { value: 'excellent', label: 'Excellent' },
  { value: 'good', label: 'Good' },
  { value: 'fair', label: 'Fair' },
  { value: 'poor', label: 'Poor' },
  { value: 'not_assessed', label: 'Not assessed' },
]
