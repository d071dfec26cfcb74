import { formatFigure, formatPerPound, formatPounds } from '@accord/domain'
import { section } from './pack-section.ts'
import type { Judged } from './pack-sources.ts'
import type { Section } from './packs.schemas.ts'

type Money = Judged['money']
type Investment = Judged['investments'][number]

const money = (pence: number | null) => (pence === null ? 'Not known' : formatPounds(pence))

function pairOf(label: string, { cost, saving, perPound }: Money, longest: number) {
  const bar = (pence: number | null, what: string, isSolid: boolean) => ({
    text: pence === null ? `${what} not known` : `${formatPounds(pence)} ${what}`,
    share: longest === 0 || pence === null ? 0 : pence / longest,
    isSolid,
  })
  return {
    label,
    bars: [bar(cost, 'cost', true), bar(saving, 'saved', false)],
    ratio: perPound === null ? '' : formatPerPound(perPound),
  }
}

/** Cost and saving beside the median and the high performers, never a rank. */
export function chartOf({ money: own, medians, highPerformers }: Judged): Section['chart'] {
  if (own.cost === null && own.saving === null) return null
  const compared: [string, Money][] = [
    ['This partnership', own],
    [`Median of ${medians.assessed}`, medians],
    ...highPerformers.map((performer): [string, Money] => [performer.shortName, performer]),
  ]
  const longest = Math.max(...compared.flatMap(([, { cost, saving }]) => [cost ?? 0, saving ?? 0]))
  const pairs = compared.map(([label, amounts]) => pairOf(label, amounts, longest))
  const alt = pairs
    .map(({ label, bars }) => `${label}: ${bars.map(({ text }) => text).join(', ')}`)
    .join('; ')
  return { alt: `${alt}.`, pairs }
}

const kindWords: Readonly<Record<Investment['kind'], string>> = {
  member_time: 'Member time',
  officer_time: 'Officer time',
  funding: 'Funding',
}

export function investmentSection({ investments, money: { cost }, medians }: Judged): Section {
  const medianOf = {
    member_time: medians.memberTime,
    officer_time: medians.officerTime,
    funding: medians.funding,
  }
  return section({
    title: `What goes in: ${money(cost)}`,
    columns: ['Investment', 'Hours', 'Rate', 'Cost', 'Median'],
    widths: [4, 1, 1, 1.4, 1.4],
    numbers: [1, 2, 3, 4],
    rows: [
      ...investments.map(({ kind, title, hours, rate, cost: part }, place) => [
        `${kindWords[kind]}, ${title}`,
        hours === null ? '–' : formatFigure(hours, { unit: 'number', decimals: 0 }),
        rate === null ? '–' : formatPerPound(rate),
        money(part),
        // Of all funding together: said once.
        investments.findIndex((one) => one.kind === kind) === place ? money(medianOf[kind]) : '',
      ]),
      ...(investments.length > 0 ? [['Total', '', '', money(cost), money(medians.cost)]] : []),
    ],
    empty: 'No investment is recorded.',
  })
}

export function savingSection({ savings, money: { saving } }: Judged): Section {
  return section({
    title: `Savings and money drawn in: ${money(saving)} signed`,
    columns: ['Saving', 'Amount', 'Signed by'],
    widths: [4, 1.4, 3],
    numbers: [1],
    rows: savings.map(({ title, pence, signedBy }) => [
      title,
      formatPounds(pence),
      signedBy ?? 'Claimed, not signed: not counted',
    ]),
    empty: 'No saving is recorded.',
  })
}
