import { capitalise, countOf, countWord, formatDate, formatPerPound } from '@accord/domain'
import {
  actionSection,
  answerSection,
  benefitSection,
  criteriaSection,
  linesSection,
  outcomeSection,
  ratingSection,
  riskSection,
} from './pack-judgement.ts'
import { investmentSection, savingSection } from './pack-money.ts'
import { interviewSection, questionSection, recommendationSection } from './pack-scrutiny.ts'
import { section } from './pack-section.ts'
import type { Judged, Scrutinised } from './pack-sources.ts'
import type { Pack, Section } from './packs.schemas.ts'

export type Contents = {
  council: string
  year: Pack['year']
  /** Of the rating asked for: 'fair'; null for a single partnership’s pack. */
  word: string | null
  partnerships: readonly { judged: Judged; scrutinised: Scrutinised }[]
  builtFor: string
  today: string
}

type Partnership = Pack['partnerships'][number]

/** In the order of the council’s reports: the question first, then the judgement, then what it rests on. */
function toPartnership({ judged, scrutinised }: Contents['partnerships'][number]): Partnership {
  return {
    id: judged.partnership.id,
    name: judged.partnership.name,
    finding: judged.headline,
    sections: [
      answerSection(judged),
      ratingSection(judged),
      criteriaSection(judged),
      investmentSection(judged),
      savingSection(judged),
      benefitSection(judged),
      outcomeSection(judged),
      riskSection(judged),
      actionSection(judged),
      questionSection(scrutinised),
      recommendationSection(scrutinised),
      interviewSection(scrutinised),
      linesSection(judged),
    ],
  }
}

function titleOf({ word, year, partnerships }: Contents): string {
  const [first] = partnerships
  if (word !== null) {
    const count = countOf(partnerships.length, 'partnership').replace(
      /^\d /,
      (digit) => `${countWord(Number(digit))} `,
    )
    return `Scrutiny pack: ${count} rated ${word}, ${year.label}`
  }
  return `Scrutiny pack: ${first?.judged.partnership.name ?? ''}, ${year.label}`
}

/** The strictest marking that anything in it carries. */
function markingOf({ partnerships }: Contents): string {
  const markings = partnerships.flatMap(({ judged, scrutinised }) => [
    ...judged.criteria.flatMap(({ evidence }) => evidence.map(({ marking }) => marking)),
    ...[...scrutinised.recommendations, ...scrutinised.interviewNotes].map(({ marking }) => marking),
  ])
  const strictest = markings.includes('Confidential')
    ? 'Confidential'
    : (markings.find((marking) => marking !== null) ?? null)
  return strictest === null
    ? ''
    : `Not for publication: ${strictest.charAt(0).toLowerCase()}${strictest.slice(1)}`
}

function openingOf({ partnerships, year, word }: Contents): string[] {
  if (partnerships.length === 0) return [`No partnership was rated ${word ?? ''} in ${year.label}.`]
  return [
    `${capitalise(countWord(partnerships.length))} ${partnerships.length === 1 ? 'partnership' : 'partnerships'}, each with its judgement and evidence, what goes in and comes out, and what scrutiny has asked.`,
    'What you may not see is said to be withheld where the law allows it to be said.',
  ]
}

/** In the register’s order: no league table. */
function summaryOf({ partnerships }: Contents): Section {
  return section({
    title: 'In one table',
    columns: ['Partnership', 'Rating', 'Saved for each £1', 'Outcomes on target', 'Actions overdue'],
    widths: [4, 1.2, 1.4, 1.4, 1.2],
    numbers: [2, 3, 4],
    rows: partnerships.map(({ judged: { partnership, rating, money, outcomeTally, actions } }) => [
      partnership.name,
      rating?.word ?? 'Not assessed',
      money.perPound === null ? '–' : formatPerPound(money.perPound),
      `${outcomeTally.onTarget} of ${outcomeTally.total}`,
      String(actions.filter(({ daysOverdue }) => daysOverdue > 0).length),
    ]),
  })
}

export function toPack(contents: Contents): Pack {
  const { council, year, builtFor, today } = contents
  const [fullYear = 0, month = 1, day = 1] = today.split('-').map(Number)
  return {
    title: titleOf(contents),
    year,
    council,
    running: `${council}, value for money ${year.label}`,
    marking: markingOf(contents),
    built: `Built for ${builtFor}, ${formatDate(today)}`,
    builtOn: { year: fullYear, month, day },
    opening: openingOf(contents),
    summary: summaryOf(contents),
    partnerships: contents.partnerships.map(toPartnership),
  }
}
