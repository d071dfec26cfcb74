import { may, type Role } from './permissions.ts'

/** What a proposed change is of. */
export type ChangeKind = 'new_indicator' | 'indicator' | 'placement' | 'targets' | 'baseline'
export type ChangeState = 'proposed' | 'approved' | 'declined' | 'withdrawn'
export type ChangeAction = 'approve' | 'decline' | 'withdraw' | 'repropose'

export const changeKinds: readonly ChangeKind[] = [
  'new_indicator',
  'indicator',
  'placement',
  'targets',
  'baseline',
]
export const changeStates: readonly ChangeState[] = ['proposed', 'approved', 'declined', 'withdrawn']
export const changeActions: readonly ChangeAction[] = ['approve', 'decline', 'withdraw', 'repropose']

const kindWords: Readonly<Record<ChangeKind, string>> = {
  new_indicator: 'New indicator',
  indicator: 'Definition and tolerances',
  placement: 'Place in the framework',
  targets: 'Targets',
  baseline: 'Baseline',
}

export function changeKindWord(kind: ChangeKind): string {
  return kindWords[kind]
}

const stateWords: Readonly<Record<ChangeState, string>> = {
  proposed: 'Waiting for approval',
  approved: 'Approved',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
}

export function changeStateWord(state: ChangeState): string {
  return stateWords[state]
}

/** Targets and baselines are agreed with others before they are changed here: who, and on which day. */
export function needsAgreement(kind: ChangeKind): boolean {
  return kind === 'targets' || kind === 'baseline'
}

export type ChangeObstacle = { code: 'not_yours' | 'not_now'; sentence: string }

type Standing = { state: ChangeState; isProposer: boolean; held: readonly Role[] }

/**
 * Why somebody may not do this to a proposed change; null where they may. Whoever decides is another person than
 * the proposer: two pairs of eyes on whatever moves a status. `held`: their roles in a council of the framework.
 */
export function whyCannotChange(
  action: ChangeAction,
  { state, isProposer, held }: Standing,
): ChangeObstacle | null {
  if (state !== 'proposed') {
    return {
      code: 'not_now',
      sentence: `It is ${stateWords[state].toLowerCase()} already. Propose another change.`,
    }
  }
  const isDecision = action === 'approve' || action === 'decline'
  if (!isDecision) {
    return isProposer
      ? null
      : {
          code: 'not_yours',
          sentence: 'Only the person who proposed it may withdraw it or propose it again.',
        }
  }
  if (!may(held, 'indicators:approve')) {
    return {
      code: 'not_yours',
      sentence: 'A performance officer or an administrator of a council in the framework decides.',
    }
  }
  return isProposer
    ? { code: 'not_yours', sentence: 'You proposed it: another person decides. Ask a colleague.' }
    : null
}

/** What says what a figure means: another meaning needs another indicator, once there are figures. */
export const lockedByFigures = ['unit', 'polarity', 'measure'] as const

const lockedNames: Readonly<Record<(typeof lockedByFigures)[number], string>> = {
  unit: 'The unit',
  polarity: 'Which way is good',
  measure: 'What a figure covers',
}

/**
 * Why a setting may not be changed to this; null where it may. With figures reported, a new unit, polarity or
 * measure would make them say what nobody reported (our choice).
 */
export function whySettingLocked(
  setting: (typeof lockedByFigures)[number],
  { from, to, figures }: { from: string; to: string; figures: number },
): string | null {
  if (from === to || figures === 0) return null
  const count = figures === 1 ? '1 figure' : `${figures} figures`
  return `${lockedNames[setting]} cannot change: ${count} would mean something else. Make a new indicator.`
}

/** A Local Area Agreement has at most this many designated targets (the domain notes, Framework). */
export const mostDesignated = 35

export const boundedKind = 'local area agreement'

/** '34 of 35 designated'; for a kind without the bound '34 designated'. */
export function designatedPhrase(kind: string, designated: number): string {
  return kind === boundedKind ? `${designated} of ${mostDesignated} designated` : `${designated} designated`
}

/** Why one more target may not be designated; null where it may. */
export function whyCannotDesignate(kind: string, designated: number): string | null {
  if (kind !== boundedKind || designated < mostDesignated) return null
  return `A Local Area Agreement has at most ${mostDesignated} designated targets, and this one has them. End another’s designation first.`
}
