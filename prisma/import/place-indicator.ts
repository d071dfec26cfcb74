import { randomUUID } from 'node:crypto'
import { countOf } from '@accord/domain'
import { Measure, Polarity } from '../client/generated/client.ts'
import type { Answering } from './answering.ts'
import type { IndicatorSettings, NewIndicator } from './answers.ts'
import type { Field } from './columns.ts'
import type { GatheredIndicator } from './gather-rows.ts'
import { proposedSettings, wordIn } from './indicator-settings.ts'
import type { Known, KnownIndicator } from './known.ts'
import { nameSlug } from './organisations-in-file.ts'
import type { SaidOfIndicator } from './read-row.ts'

export type PlannedIndicator = {
  id: string
  slug: string
  code: string
  isRatio: boolean
  settings: IndicatorSettings
}

/** Where the figures of an indicator go; `added`: it is new. */
export type PlacedIndicator = {
  id: string
  settings: IndicatorSettings
  existing: KnownIndicator | null
  added: { planned: PlannedIndicator; shown: NewIndicator } | null
}

type PlaceInput = {
  known: Known
  existing: KnownIndicator | undefined
  answered: IndicatorSettings | undefined
  given: Partial<IndicatorSettings>
  answering: Answering
  /** Slugs that are taken; a new one is added to them. */
  slugs: Set<string>
}

/** Where the file says another unit, polarity or measure than an indicator here has. */
function contradiction(
  said: SaidOfIndicator,
  known: KnownIndicator,
): { field: Field; reason: string } | null {
  if (said.unit !== undefined && said.unit.toLowerCase() !== known.unit.toLowerCase()) {
    return {
      field: 'unit',
      reason: `The file says ${known.code} is in ‘${said.unit}’, and here it is in ‘${known.unit}’.`,
    }
  }
  if (said.polarity !== undefined && wordIn(Polarity, said.polarity) !== known.polarity) {
    return {
      field: 'polarity',
      reason: `The file says ‘${said.polarity}’ is good for ${known.code}, and here it is ‘${known.polarity}’.`,
    }
  }
  if (said.measure !== undefined && wordIn(Measure, said.measure) !== known.measure) {
    return {
      field: 'measure',
      reason: `The file says ${known.code} is a ‘${said.measure}’ measure, and here it is ‘${known.measure}’.`,
    }
  }
  return null
}

function freeSlug(base: string, slugs: Set<string>): string {
  let slug = base
  for (let number = 2; slugs.has(slug); number++) slug = `${base}-${number}`
  slugs.add(slug)
  return slug
}

/** The indicator that is meant, or a new one with its settings; null where its rows cannot be loaded, which is said. */
export function placeIndicator(gathered: GatheredIndicator, input: PlaceInput): PlacedIndicator | null {
  const { code, figures, said } = gathered
  const { known, existing, answered, given, answering, slugs } = input
  const { framework } = known
  const refuse = (field: Field, fault: string, reason: string): null => {
    answering.fault({
      ...{
        line: figures[0]?.line ?? 1,
        column: answering.heading(field),
        cell: code,
        kind: 'error',
        code: fault,
      },
      ...{ group: null, reason: `${reason} Its ${countOf(figures.length, 'row')} cannot be loaded.` },
    })
    return null
  }
  if (existing === undefined && !framework.isImported) {
    return refuse('indicator', 'unknown_indicator', `‘${code}’ is no indicator of ${framework.title}.`)
  }
  const against = existing === undefined ? null : contradiction(said, existing)
  if (against !== null) return refuse(against.field, 'contradiction', against.reason)
  const settings = existing ?? answered ?? proposedSettings(code, { figures, said, given })
  const percent = settings.unit === '%' ? undefined : figures.find(({ isPercent }) => isPercent)
  if (percent !== undefined) {
    const where = `‘${percent.value}%’ in line ${percent.line}`
    return refuse('value', 'unit', `${where} is a percentage, and the unit of ${code} is ${settings.unit}.`)
  }
  if (existing !== undefined) return { id: existing.id, settings, existing, added: null }
  const id = randomUUID()
  const slug = freeSlug(`${framework.slug}-${nameSlug(code) || 'indicator'}`, slugs)
  const isRatio = figures.some(({ denominator }) => denominator !== null)
  const planned = { id, slug, code, settings, isRatio }
  const shown = { code, rows: figures.length, settings, isAnswered: answered !== undefined }
  return { id, settings, existing: null, added: { planned, shown } }
}
