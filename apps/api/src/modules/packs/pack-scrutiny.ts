import { formatDate } from '@accord/domain'
import { said, section } from './pack-section.ts'
import type { Scrutinised } from './pack-sources.ts'
import type { Section } from './packs.schemas.ts'

export function questionSection({ questions }: Scrutinised): Section {
  return section({
    title: 'Questions',
    columns: ['Question', 'Asked by', 'State', 'Answer'],
    widths: [3, 2, 1.2, 3],
    rows: questions.map(({ text, askedBy, askedOn, stateWord, answer, note }) => [
      text,
      `${askedBy}, ${formatDate(askedOn)}`,
      stateWord,
      answer ?? note,
    ]),
    empty: 'No question is on record.',
  })
}

export function recommendationSection({ recommendations, withheld }: Scrutinised): Section {
  return section({
    title: 'Recommendations',
    columns: ['Recommendation', 'Made by', 'Response', 'Action and follow-up'],
    widths: [3, 2, 2.4, 3],
    rows: recommendations.map(
      ({ number, text, marking, madeBy, madeOn, stateWord, response, followUp, outcome }) => [
        `${number}. ${text}${marking === null ? '' : ` (${marking})`}`,
        `${madeBy}, ${formatDate(madeOn)}`,
        said([stateWord, response?.reason ?? null]).join('. '),
        said([followUp, outcome]).join(' '),
      ],
    ),
    empty: 'No recommendation is on record.',
    withheld: said([withheld.recommendations]),
  })
}

export function interviewSection({ interviewNotes, withheld }: Scrutinised): Section {
  return section({
    title: 'Interviews with lead officers',
    columns: ['With', 'On', 'Note'],
    widths: [2, 1.3, 5],
    rows: interviewNotes.map(({ withWhom, heldOn, text, marking }) => [
      marking === null ? withWhom : `${withWhom} (${marking})`,
      formatDate(heldOn),
      text,
    ]),
    empty: 'No interview is on record.',
    withheld: said([withheld.interviewNotes]),
  })
}
