import { capitalise, type FigureFormat, formatFigureExactly, type TargetValue } from '@accord/domain'
import type { ChangeContent } from './change-content.ts'
import type { Placement, Settings } from './changes.bodies.ts'

type Line = { name: string; from: string | null; to: string | null }

/** Names of what a placement points to, by their slugs. */
export type Names = { outcomes: ReadonlyMap<string, string>; owners: ReadonlyMap<string, string> }

const polarityWords = {
  higher: 'Higher is better',
  lower: 'Lower is better',
  range: 'Within a range is better',
  none: 'Neither way is better',
} as const

const measureWords = {
  snapshot: 'The position at a moment',
  discrete_quarter: 'One quarter by itself',
  cumulative: 'The year so far',
  rolling_year: 'The last four quarters',
  annual: 'A year',
  biennial: 'Two years',
} as const

const yesOrNo = (is: boolean) => (is ? 'Yes' : 'No')

/** '10%' of a relative tolerance, '2.5' of an absolute one. */
function toleranceWords(kind: 'relative' | 'absolute', reach: string, format: FigureFormat): string {
  if (kind === 'absolute') return formatFigureExactly(reach, { unit: 'number', decimals: format.decimals })
  return `${Number((Number(reach) * 100).toPrecision(12))}% of the target`
}

function settingWords(settings: Settings): Record<string, string | null> {
  const { tolerance, unit, decimals } = settings
  const bound = (text: string | null) =>
    text === null ? null : formatFigureExactly(text, { unit, decimals: 0 })
  return {
    Title: settings.title,
    'Short title': settings.shortTitle,
    Definition: settings.definition,
    Unit: unit,
    Decimals: String(decimals),
    'Which way is good': polarityWords[settings.polarity],
    'What a figure covers': measureWords[settings.measure],
    'On target within': toleranceWords(tolerance.kind, tolerance.green, settings),
    'Near target within': toleranceWords(tolerance.kind, tolerance.amber, settings),
    'Lowest possible figure': bound(settings.hardMin),
    'Highest possible figure': bound(settings.hardMax),
    Source: settings.source,
    'Reported by': settings.reportedBy,
    'Weeks until a figure arrives': settings.lagWeeks === null ? null : String(settings.lagWeeks),
    'Published counts are rounded': yesOrNo(settings.roundedCounts),
  }
}

function placementWords(placement: Placement, { outcomes, owners }: Names): Record<string, string | null> {
  const { outcome, owner, isDesignated, isDataOnly } = placement
  return {
    Outcome: outcomes.get(outcome) ?? outcome,
    Partnership: owner === null ? null : (owners.get(owner) ?? owner),
    'Designated target': yesOrNo(isDesignated),
    'Data only': yesOrNo(isDataOnly),
  }
}

export function targetWords(target: TargetValue | null, format: FigureFormat): string | null {
  if (target === null) return null
  const words = (text: string) => formatFigureExactly(text, format)
  return 'value' in target ? words(target.value) : `${words(target.low)} to ${words(target.high)}`
}

function between(before: Record<string, string | null> | null, after: Record<string, string | null>): Line[] {
  return Object.entries(after).flatMap(([name, to]) => {
    const from = before?.[name] ?? null
    return from === to ? [] : [{ name: capitalise(name), from, to }]
  })
}

/** What a change changes, one thing a line, in words; what stays the same is left out. */
export function changeLines(content: ChangeContent, format: FigureFormat, names: Names): Line[] {
  switch (content.kind) {
    case 'new_indicator':
      return between(null, { ...settingWords(content.after), ...placementWords(content.after, names) })
    case 'indicator':
      return between(settingWords(content.before), settingWords(content.after))
    case 'placement':
      return between(placementWords(content.before, names), placementWords(content.after, names))
    case 'targets': {
      const words = ({ year, quarters }: (typeof content)['after']) => ({
        'Year end': targetWords(year, format),
        ...Object.fromEntries(
          quarters.map((target, place) => [`Quarter ${place + 1}`, targetWords(target, format)]),
        ),
      })
      return between(words(content.before), words(content.after))
    }
    case 'baseline': {
      const words = (baseline: (typeof content)['before']) =>
        baseline === null
          ? null
          : { Baseline: formatFigureExactly(baseline.value, format), 'Its period': baseline.period }
      return between(words(content.before), words(content.after) ?? {})
    }
  }
}
