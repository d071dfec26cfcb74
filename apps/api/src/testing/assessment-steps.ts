import type { ValueForMoneyDetail } from '#modules/value-for-money/assessment.schemas.ts'
import type { ChangedAssessment } from '#modules/value-for-money/drafts.schemas.ts'
import { type Cookie, call } from './call.ts'
import type { TestApp } from './test-app.ts'

export const TOWN = '/councils/cherwell/partnerships/cherwell-town-centres-partnership'
export const YEAR = '2009-10'

export const CRITERIA = [
  'outcome-focused-objectives',
  'economy',
  'efficiency',
  'effectiveness',
  'governance-and-risk',
  'use-of-information',
  'intangible-benefits',
] as const

/** The people of the demonstration who make, moderate and agree an assessment, and one who reads. */
export async function peopleOf(api: TestApp) {
  const [dane, ashdown, marsden, pemberton, bright] = await Promise.all(
    [
      'performance@cherwell.example',
      'tom.ashdown@cherwell.example',
      'executive@cherwell.example',
      'scrutiny@cherwell.example',
      'performance@oxford.example',
    ].map((email) => api.signedInAs(email)),
  )
  const none: Cookie = { cookie: '' }
  return {
    dane: dane ?? none,
    ashdown: ashdown ?? none,
    marsden: marsden ?? none,
    pemberton: pemberton ?? none,
    bright: bright ?? none,
  }
}

export const matching = (version: number) => ({ 'if-match': `"${version}"` })

export async function start(api: TestApp, as: Cookie): Promise<ChangedAssessment> {
  const { body } = await call<ChangedAssessment>(api.app, 'POST', `${TOWN}/assessments`, {
    as,
    body: { year: YEAR },
  })
  return body
}

export const WHOLE = {
  rating: 3,
  ratingReason: 'Most of what it set out to do is done, at a fair cost.',
  answer: 'in_line',
  answerReason: 'It costs little and the centres are busier.',
  criteria: CRITERIA.map((criterion) => ({ criterion, rating: 3, judgement: 'As it should be.' })),
  investments: [
    { kind: 'member_time', title: '4 meetings', hours: '50' },
    { kind: 'officer_time', title: '2 officers', hours: '100.5' },
    { kind: 'funding', title: 'Cherwell', pence: 1_000_000 },
  ],
  savings: [
    {
      kind: 'cashable',
      title: 'Joint marketing',
      pence: 500_000,
      signedBy: 'Finance',
      signedOn: '2009-10-01',
    },
  ],
  benefits: [{ kind: 'liaison', rating: 3, evidence: 'One contact for traders.' }],
  outcomes: [
    { title: 'Shops let', actual: '94.5', target: '93', unit: '%', decimals: 1, polarity: 'higher' },
  ],
}

export function save(
  api: TestApp,
  as: Cookie,
  { id, version }: { id: string; version: number },
  body: object,
) {
  return call<ChangedAssessment>(api.app, 'PUT', `/assessments/${id}`, {
    as,
    body,
    headers: matching(version),
  })
}

/** A draft with everything in it. */
export async function wholeDraft(api: TestApp, as: Cookie): Promise<ChangedAssessment> {
  let draft = (await save(api, as, await start(api, as), WHOLE)).body
  for (const criterion of CRITERIA) {
    const body = { criterion, title: 'Note of the year', note: 'Seen.', access: 'internal', paragraph: null }
    const headers = matching(draft.version)
    draft = (
      await call<ChangedAssessment>(api.app, 'POST', `/assessments/${draft.id}/evidence`, {
        as,
        body,
        headers,
      })
    ).body
  }
  return draft
}

export function move(
  api: TestApp,
  as: Cookie,
  { id, version }: { id: string; version: number },
  name: string,
  body: object = {},
) {
  return call<ChangedAssessment & { detail?: string; code?: string }>(
    api.app,
    'POST',
    `/assessments/${id}/${name}`,
    {
      ...{ as, body },
      headers: matching(version),
    },
  )
}

export async function detailFor(api: TestApp, as: Cookie): Promise<ValueForMoneyDetail> {
  return (await call<ValueForMoneyDetail>(api.app, 'GET', `${TOWN}/value-for-money?year=${YEAR}`, { as }))
    .body
}
