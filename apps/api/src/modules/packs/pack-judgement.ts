import { capitalise, countOf, countWord, formatDate, formatFigureWithUnit, statusWord } from '@accord/domain'
import { chartOf } from './pack-money.ts'
import { said, section } from './pack-section.ts'
import type { Judged } from './pack-sources.ts'
import type { Section } from './packs.schemas.ts'

type Outcome = Judged['outcomes'][number]

const answerWords: Readonly<Record<NonNullable<NonNullable<Judged['assessment']>['answer']>, string>> = {
  in_line: 'Yes.',
  not_yet: 'Not yet.',
  not_in_line: 'No.',
}

function signedBy({ assessment }: Judged): string | null {
  if (assessment === null) return null
  const { assessedBy, assessedOn, moderatedBy, agreedBy } = assessment
  const title = assessedBy.jobTitle === null ? '' : `, ${assessedBy.jobTitle}`
  const others = said([
    moderatedBy === null ? null : `moderated by ${moderatedBy}`,
    agreedBy === null ? null : `agreed by ${agreedBy}`,
  ])
  return `${[`Judged by ${assessedBy.name}${title}, ${formatDate(assessedOn)}`, ...others].join('; ')}.`
}

export function answerSection(judged: Judged): Section {
  const { assessment } = judged
  const answer = assessment?.answer ?? null
  return section({
    title: 'Is the investment in line with the benefits and savings?',
    sentences: said([
      answer === null
        ? 'The question has not been answered.'
        : `${answerWords[answer]} ${assessment?.answerReason ?? ''}`,
      signedBy(judged),
    ]),
    chart: chartOf(judged),
  })
}

export function ratingSection({ rating, assessment, history, changed, disagreements }: Judged): Section {
  return section({
    title:
      rating === null
        ? 'Overall rating: not assessed'
        : `Overall rating: ${rating.word}, ${rating.rating} of 4`,
    sentences: said([assessment?.ratingReason ?? null, changed, ...disagreements]),
    columns: ['Year', 'Rating', 'Reason'],
    widths: [1, 1, 5],
    rows: history.map(({ year, rating: then, reason }) => [
      year.label,
      then?.word ?? 'Not assessed',
      reason ?? '',
    ]),
  })
}

export function criteriaSection({ criteria, criteriaHeading, words }: Judged): Section {
  return section({
    title: criteriaHeading,
    columns: ['Criterion', 'Rating', 'Median', 'Judgement', 'Evidence'],
    widths: [2, 1, 1, 3, 2.4],
    rows: criteria.map(({ title, rating, median, judgement, evidence }) => [
      title,
      rating?.word ?? 'Not rated',
      median === null ? '–' : (words[median - 1] ?? ''),
      judgement ?? '',
      evidence
        .map((item) => (item.marking === null ? item.title : `${item.title} (${item.marking})`))
        .join('; '),
    ]),
    empty: 'No criterion has been judged.',
    withheld: said(
      criteria.map(({ title, withheld }) => (withheld === null ? null : `${title}: ${withheld}`)),
    ),
  })
}

const benefitWords: Readonly<Record<Judged['benefits'][number]['kind'], string>> = {
  building_relationships: 'Building relationships',
  intelligence_sharing: 'Intelligence sharing',
  liaison: 'Liaison',
  innovation: 'Innovation',
}

export function benefitSection({ benefits }: Judged): Section {
  return section({
    title: 'Intangible benefits',
    columns: ['Benefit', 'Rating', 'Evidence'],
    widths: [2, 1, 4],
    rows: benefits.map(({ kind, rating, evidence }) => [
      benefitWords[kind],
      rating?.word ?? 'Not rated',
      evidence ?? 'No evidence given',
    ]),
    empty: 'No intangible benefit is recorded.',
  })
}

function outcomeRow({ title, indicator, actual, target, unit, decimals, now }: Outcome): string[] {
  const figure = (text: string | null) =>
    text === null ? '–' : formatFigureWithUnit(text, { unit, decimals })
  const name = indicator === null ? title : `${indicator.code} ${title}`
  return [name, figure(actual), figure(target), statusWord(now.status)]
}

export function outcomeSection({ outcomes, outcomeTally: { onTarget, rated }, quarter }: Judged): Section {
  return section({
    title: `What comes out: ${onTarget} of ${rated} rated outcomes on target`,
    sentences: outcomes.length === 0 ? [] : [`Latest figures, to ${quarter.toLowerCase()}.`],
    columns: ['Outcome', 'Actual', 'Target', 'Now'],
    widths: [4, 1, 1, 1.4],
    numbers: [1, 2],
    rows: outcomes.map(outcomeRow),
    empty: 'No outcome is recorded.',
  })
}

export function riskSection({ risks: { open, red, withheld } }: Judged): Section {
  return section({
    title: 'Risks',
    sentences: [`${countOf(open, 'risk')} open, ${red === 0 ? 'none' : red} of them red.`],
    withheld: said([withheld]),
  })
}

export function actionSection({ actions }: Judged): Section {
  const overdue = actions.filter(({ daysOverdue }) => daysOverdue > 0).length
  return section({
    title:
      actions.length === 0
        ? 'Improvement actions'
        : `Improvement actions: ${overdue === 0 ? 'none' : countWord(overdue)} of ${countWord(actions.length)} overdue`,
    columns: ['Outcome', 'Action', 'Measure of success', 'When', 'Who', 'Progress'],
    widths: [1.6, 2.4, 2, 1.3, 1.3, 1.6],
    rows: actions.map(({ outcome, action, measure, dueOn, owner, daysOverdue, completedOn }) => [
      outcome,
      action,
      measure,
      formatDate(dueOn),
      owner ?? 'Nobody',
      completedOn !== null
        ? 'Done'
        : daysOverdue > 0
          ? `${countOf(daysOverdue, 'day')} overdue`
          : 'On course',
    ]),
    empty: 'No improvement action is recorded.',
  })
}

export function linesSection({ linesToFollow }: Judged): Section {
  return section({
    title: 'Lines to follow',
    sentences:
      linesToFollow.length === 0
        ? ['The rules suggest none.']
        : ['Suggested by rule, not by judgement.', ...linesToFollow.map((line) => `${capitalise(line)}.`)],
  })
}
