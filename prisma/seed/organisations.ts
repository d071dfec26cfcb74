import { type Prisma, Sector, Tier } from '../client/generated/client.ts'
import { cell, type DataRow, readDataFile } from './data-file.ts'
import { idFor } from './identity.ts'

export const COUNCILS = [
  'oxfordshire',
  'cherwell',
  'oxford',
  'south-oxfordshire',
  'vale-of-white-horse',
  'west-oxfordshire',
] as const

export type CouncilSlug = (typeof COUNCILS)[number]

export function organisationId(slug: string): string {
  return idFor('organisation', slug)
}

function isSector(text: string): text is Sector {
  return text in Sector
}

function isTier(text: string): text is Tier {
  return text in Tier
}

function toRow(row: DataRow): Prisma.OrganisationCreateManyInput {
  const sector = cell(row, 'sector')
  const tier = cell(row, 'tier')
  if (!isSector(sector) || !isTier(tier)) throw new Error(`Not a sector and a tier: ${sector}, ${tier}`)
  return {
    id: organisationId(cell(row, 'slug')),
    slug: cell(row, 'slug'),
    name: cell(row, 'name'),
    shortName: cell(row, 'short name'),
    sector,
    tier,
    isCouncil: cell(row, 'is council') === 'yes',
    keepsRegister: cell(row, 'keeps register') === 'yes',
  }
}

export function organisationRows(): Prisma.OrganisationCreateManyInput[] {
  return readDataFile('organisations.csv').map(toRow)
}
