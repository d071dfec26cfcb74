import {
  lockedByFigures,
  may,
  type Role,
  settingFaults,
  whyCannotDesignate,
  whySettingLocked,
  whyTargetUnfit,
} from '@accord/domain'
import type { Context } from '#api/context.ts'
import { rolesIn } from '#api/council-roles.ts'
import { Problem, type ProblemPart } from '#api/problem.ts'
import { type ChangeContent, isSame } from './change-content.ts'
import type { Placement, Settings } from './changes.bodies.ts'
import type { FrameworkRow, SubjectRow } from './subject.queries.ts'

/** Words that addresses below /indicators are kept for. */
const keptSlugs: readonly string[] = ['new', 'changes', 'compare']

/** The roles that count for a framework: those held in its councils; in one without councils, in any. */
export function rolesFor(context: Context, councilIds: readonly string[]): Role[] {
  if (councilIds.length === 0) return context.actor.roles.map(({ role }) => role)
  return councilIds.flatMap((council) => rolesIn(context.actor, council))
}

/** Why somebody may not propose a change of what is in a framework; null where they may. */
export function whyCannotPropose(context: Context, councilIds: readonly string[]): string | null {
  return may(rolesFor(context, councilIds), 'indicators:propose')
    ? null
    : 'A performance officer or an administrator of a council in the framework proposes changes.'
}

const at = (field: string, detail: string): ProblemPart => ({ pointer: `#/body/after/${field}`, detail })

function settingsParts(
  after: Settings,
  before: { settings: Settings; figures: number } | null,
): ProblemPart[] {
  const locked =
    before === null
      ? []
      : lockedByFigures.flatMap((setting) => {
          const why = whySettingLocked(setting, {
            from: before.settings[setting],
            to: after[setting],
            figures: before.figures,
          })
          return why === null ? [] : [at(setting, why)]
        })
  return [...locked, ...settingFaults(after).map(({ setting, sentence }) => at(setting, sentence))]
}

function placementParts(
  after: Placement,
  {
    framework,
    before,
    owners,
  }: {
    framework: Pick<FrameworkRow, 'outcomes' | 'designated'> & { kind: string }
    before: Placement | null
    owners: ReadonlyMap<string, string>
  },
): ProblemPart[] {
  const parts: ProblemPart[] = []
  if (!framework.outcomes.some(({ id }) => id === after.outcome)) {
    parts.push(at('outcome', 'The framework has no such outcome. Choose one of its own.'))
  }
  if (after.owner !== null && after.owner !== before?.owner && !owners.has(after.owner)) {
    parts.push(at('owner', 'There is no such partnership, or it has ended. Choose another.'))
  }
  if (after.isDesignated && before?.isDesignated !== true) {
    const why = whyCannotDesignate(framework.kind, framework.designated)
    if (why !== null) parts.push(at('isDesignated', why))
  }
  return parts
}

function targetParts(
  content: Extract<ChangeContent, { kind: 'targets' }>,
  { settings, startYear, endYear }: SubjectRow,
): ProblemPart[] {
  if (content.startYear < startYear || content.startYear > endYear) {
    const detail = 'The framework does not run in that year. Choose one of its years.'
    return [{ pointer: '#/body/year', detail }]
  }
  const places = [
    { field: 'year', before: content.before.year, after: content.after.year },
    ...content.after.quarters.map((after, place) => ({
      field: `quarters/${place}`,
      before: content.before.quarters[place] ?? null,
      after,
    })),
  ]
  return places.flatMap(({ field, before, after }) => {
    if (after === null) {
      return before === null
        ? []
        : [at(field, 'A target that was agreed is changed, never taken away. Enter a figure.')]
    }
    const why = whyTargetUnfit(after, settings)
    return why === null ? [] : [at(field, why)]
  })
}

function relativeToZero(after: Settings, { yearTargets }: SubjectRow): ProblemPart[] {
  const unfit = yearTargets.some(({ target }) => whyTargetUnfit(target, after) !== null)
  return unfit
    ? [at('tolerance/kind', 'It has a target of 0, which needs a tolerance in its own unit. Keep that kind.')]
    : []
}

/** What is wrong with a change of an indicator, by the field that would put it right. */
export function faultsOf(
  content: ChangeContent,
  { subject, owners }: { subject: SubjectRow; owners: ReadonlyMap<string, string> },
): ProblemPart[] {
  if (isSame(content.before, content.after)) {
    const detail = 'Nothing is changed. Change something, then send it.'
    return [{ pointer: '#/body/after', detail }]
  }
  switch (content.kind) {
    case 'indicator':
      return [...settingsParts(content.after, subject), ...relativeToZero(content.after, subject)]
    case 'placement':
      return placementParts(content.after, {
        framework: { ...subject, kind: subject.frameworkKind },
        before: content.before,
        owners,
      })
    case 'targets':
      return targetParts(content, subject)
    default:
      return []
  }
}

export function faultsOfNew(
  content: Extract<ChangeContent, { kind: 'new_indicator' }>,
  known: { framework: FrameworkRow; owners: ReadonlyMap<string, string>; slug: string; isTaken: boolean },
): ProblemPart[] {
  const { framework, owners, slug, isTaken } = known
  const parts = [
    ...settingsParts(content.after, null),
    ...placementParts(content.after, { framework, before: null, owners }),
  ]
  if (slug === '' || keptSlugs.includes(slug)) {
    parts.push(at('code', 'This code cannot be used in an address. Write it with letters and digits.'))
  }
  if (isTaken)
    parts.push(at('code', 'An indicator has this code already. Open that one, or choose another code.'))
  return parts
}

export function refuseFaults(parts: readonly ProblemPart[]): void {
  if (parts.length === 0) return
  throw new Problem('invalid-request', parts.map(({ detail }) => detail).join(' '), { parts: [...parts] })
}
