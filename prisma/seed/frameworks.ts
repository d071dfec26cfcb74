import type { Prisma } from '../client/generated/client.ts'
import { cell, readDataFile } from './data-file.ts'
import { idFor, slugOf } from './identity.ts'
import { COUNCILS, organisationId } from './organisations.ts'

export const LAA1 = 'oxfordshire-laa-2006'
export const LAA2 = 'oxfordshire-laa-2008'
export const CATALOGUE = 'national-indicator-set-2008'

/** £16 million, in pence: what the first agreement pays if all its stretch targets are met. */
export const REWARD_PENCE = 1_600_000_000n

export function frameworkId(slug: string): string {
  return idFor('framework', slug)
}

export function outcomeId(framework: string, title: string): string {
  return idFor('outcome', framework, slugOf(title))
}

export function placeId(framework: string, code: string): string {
  return idFor('framework indicator', framework, code)
}

export function indicatorId(code: string): string {
  return idFor('indicator', slugOf(code))
}

export function frameworkRows(): Prisma.FrameworkCreateManyInput[] {
  const accountableBodyId = organisationId('oxfordshire')
  return [
    {
      id: frameworkId(LAA1),
      slug: LAA1,
      title: 'Oxfordshire Local Area Agreement 2006 to 2009',
      shortTitle: 'Local Area Agreement 2006 to 2009',
      kind: 'local area agreement',
      startYear: 2006,
      endYear: 2008,
      onDashboard: true,
      accountableBodyId,
      rewardPence: REWARD_PENCE,
    },
    {
      id: frameworkId(LAA2),
      slug: LAA2,
      title: 'Oxfordshire Local Area Agreement 2008 to 2011',
      shortTitle: 'Local Area Agreement 2008 to 2011',
      kind: 'local area agreement',
      startYear: 2008,
      endYear: 2010,
      onDashboard: true,
      accountableBodyId,
    },
    {
      id: frameworkId(CATALOGUE),
      slug: CATALOGUE,
      title: 'National Indicator Set 2008 to 2011',
      shortTitle: 'National Indicator Set',
      kind: 'national indicator set',
      startYear: 2008,
      endYear: 2010,
    },
  ]
}

export function frameworkCouncilRows(): Prisma.FrameworkCouncilCreateManyInput[] {
  return [LAA1, LAA2].flatMap((framework) =>
    COUNCILS.map((council) => ({ frameworkId: frameworkId(framework), councilId: organisationId(council) })),
  )
}

/** The chapters of the national set, by the number of their first indicator. */
const CHAPTERS = [
  { from: 1, title: 'Stronger communities' },
  { from: 15, title: 'Safer communities' },
  { from: 50, title: 'Children and young people' },
  { from: 119, title: 'Adult health and well being' },
  { from: 137, title: 'Tackling exclusion and promoting equality' },
  { from: 151, title: 'Local economy' },
  { from: 183, title: 'Environmental sustainability' },
]

export function chapterOf(code: string): string {
  const number = Number.parseInt(code.replace('NI ', ''), 10)
  return CHAPTERS.findLast((chapter) => number >= chapter.from)?.title ?? ''
}

function outcomesOf(framework: string, titles: string[]): Prisma.OutcomeCreateManyInput[] {
  return titles.map((title, place) => ({
    id: outcomeId(framework, title),
    frameworkId: frameworkId(framework),
    slug: slugOf(title),
    title,
    position: place + 1,
  }))
}

function outcomesIn(file: string): string[] {
  return [...new Set(readDataFile(file).map((row) => cell(row, 'outcome')))]
}

export function outcomeRows(): Prisma.OutcomeCreateManyInput[] {
  return [
    ...outcomesOf(LAA1, outcomesIn('stretch-targets.csv')),
    ...outcomesOf(LAA2, outcomesIn('indicators.csv')),
    ...outcomesOf(
      CATALOGUE,
      CHAPTERS.map((chapter) => chapter.title),
    ),
  ]
}
