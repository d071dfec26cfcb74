import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import type { Context } from '#api/context.ts'
import type { Press } from '#api/press/press.ts'
import { notFound } from '#api/problem.ts'
import { getPartnershipScrutiny } from '#modules/scrutiny/scrutiny.service.ts'
import { type Comparisons, getComparison } from '#modules/value-for-money/comparison.service.ts'
import { getValueForMoneyDetail } from '#modules/value-for-money/value-for-money.service.ts'
import { toPack } from './pack.ts'
import type { Pack, packQuery } from './packs.schemas.ts'

const TEMPLATE = readFileSync(new URL('./pack.typ', import.meta.url), 'utf8')

export type PackAsked = { council: string } & z.output<typeof packQuery>

const ratingOf = { poor: 1, fair: 2, good: 3, excellent: 4 } as const

/** The pack as its asker may see it: made of the answers that the other routes give them. */
export async function getPack(
  context: Context,
  { council, year, partnership, rating = 'fair' }: PackAsked,
  comparisons: Comparisons,
): Promise<Pack> {
  const comparison = await getComparison(
    context,
    { council, year, all: partnership !== undefined },
    comparisons,
  )
  const chosen = comparison.partnerships.filter(({ id, rating: given }) =>
    partnership === undefined ? given?.rating === ratingOf[rating] : id === partnership,
  )
  if (chosen.length === 0 && partnership !== undefined) {
    throw notFound(
      '#/query/partnership',
      `${comparison.council.name} has no partnership called ${partnership}.`,
    )
  }
  const partnerships: Parameters<typeof toPack>[0]['partnerships'][number][] = []
  for (const { id } of chosen) {
    const asked = { council, partnership: id, year: comparison.year.key }
    partnerships.push({
      judged: await getValueForMoneyDetail(context, asked, comparisons),
      scrutinised: await getPartnershipScrutiny(context, asked),
    })
  }
  return toPack({
    council: comparison.council.name,
    year: comparison.year,
    word: partnership === undefined ? (comparison.words[ratingOf[rating] - 1] ?? rating).toLowerCase() : null,
    partnerships,
    builtFor: context.actor.name,
    today: context.today,
  })
}

export async function printPack(
  context: Context,
  asked: PackAsked,
  { comparisons, press }: { comparisons: Comparisons; press: Press },
): Promise<{ file: Buffer; fileName: string }> {
  const pack = await getPack(context, asked, comparisons)
  const file = await press.print({ template: TEMPLATE, data: pack })
  const what = asked.partnership ?? `rated-${asked.rating ?? 'fair'}`
  return { file, fileName: `scrutiny-pack-${what}-${pack.year.key}.pdf` }
}
