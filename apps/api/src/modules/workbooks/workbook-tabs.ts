import { markingOf, narrativeFields, resourceFields } from '@accord/domain'
import type { ReadReturn } from '#modules/returns/editable-cells.service.ts'
import { indicatorsTab } from './indicators-tab.ts'
import { WHOLE_ITEM } from './workbook-format.ts'
import { type AnswerColumn, type Tab, tabOf } from './workbook-layout.ts'

type ReturnRow = ReadReturn['row']

const wholeAnswer = (kind: AnswerColumn['kind'], heading: string, width: number): AnswerColumn[] => [
  { field: WHOLE_ITEM, heading, kind, width },
]

function actionsTab({ actions }: ReturnRow): Tab {
  return tabOf('actions', {
    note: 'What was done on each action this quarter. Give the day on which it was completed, if it was.',
    facts: [
      { heading: 'Action', kind: 'text', width: 44 },
      { heading: 'For', kind: 'text', width: 30 },
      { heading: 'Measured by', kind: 'text', width: 30 },
      { heading: 'Owner', kind: 'text', width: 20 },
      { heading: 'Due', kind: 'date', width: 12 },
      { heading: 'Progress before', kind: 'text', width: 40 },
    ],
    answers: [
      { field: 'progress', heading: 'Progress', kind: 'text', width: 50 },
      { field: 'completed', heading: 'Completed on', kind: 'date', width: 14 },
    ],
    rows: actions.map(({ id, outcome, action, measure, owner, dueOn, progress }) => ({
      item: `actions/${id}`,
      title: action,
      facts: [action, outcome, measure, owner, dueOn, progress],
      fields: ['progress', 'completed'],
    })),
  })
}

function risksTab({ risks }: ReturnRow): Tab {
  return tabOf('risks', {
    note: 'Likelihood and impact as they stand now, each from 1 to 5, and what was found when the risk was reviewed.',
    facts: [
      { heading: 'Cause', kind: 'text', width: 40 },
      { heading: 'Effect', kind: 'text', width: 40 },
      { heading: 'What is done about it', kind: 'text', width: 40 },
      { heading: 'Owner', kind: 'text', width: 20 },
      { heading: 'Last reviewed', kind: 'date', width: 12 },
      { heading: 'Likelihood before', kind: 'number', width: 11 },
      { heading: 'Impact before', kind: 'number', width: 11 },
      // It leaves the building with the file.
      { heading: 'Marking', kind: 'text', width: 24 },
    ],
    answers: [
      { field: 'likelihood', heading: 'Likelihood', kind: 'scale', width: 11 },
      { field: 'impact', heading: 'Impact', kind: 'scale', width: 11 },
      { field: 'review', heading: 'Review', kind: 'text', width: 50 },
    ],
    rows: risks.map(({ id, cause, effect, mitigation, owner, reviewedOn, ...risk }) => ({
      item: `risks/${id}`,
      title: cause,
      facts: [
        cause,
        effect,
        mitigation,
        owner,
        reviewedOn,
        String(risk.likelihood),
        String(risk.impact),
        markingOf(risk),
      ],
      fields: ['likelihood', 'impact', 'review'],
    })),
  })
}

const resources = {
  memberHours: { title: 'Hours that members gave', unit: 'hours' },
  officerHours: { title: 'Hours that officers gave', unit: 'hours' },
  funding: { title: 'Pounds spent', unit: '£' },
} as const

function resourcesTab({ lastResources }: ReturnRow): Tab {
  return tabOf('resources', {
    note: 'What the partnership took this quarter. Enter 0 where there was none.',
    facts: [
      { heading: 'Resource', kind: 'text', width: 30 },
      { heading: 'Unit', kind: 'text', width: 10 },
      { heading: 'Last quarter', kind: 'number', width: 14 },
    ],
    answers: wholeAnswer('number', 'This quarter', 16),
    rows: resourceFields.map((field) => ({
      item: `resources/${field}`,
      title: resources[field].title,
      facts: [resources[field].title, resources[field].unit, lastResources?.[field] ?? null],
      fields: [WHOLE_ITEM],
    })),
  })
}

const narrativeTitles = {
  whatHappened: 'What happened',
  why: 'Why',
  whatWeAreDoing: 'What we are doing',
  whatWeNeed: 'What we need from members',
} as const

function narrativeTab({ lastNarrative }: ReturnRow): Tab {
  return tabOf('narrative', {
    note: 'In up to 100 words each.',
    facts: [
      { heading: 'Heading', kind: 'text', width: 28 },
      { heading: 'Last quarter', kind: 'text', width: 60 },
    ],
    answers: wholeAnswer('text', 'This quarter', 80),
    rows: narrativeFields.map((field) => ({
      item: `narrative/${field}`,
      title: narrativeTitles[field],
      facts: [narrativeTitles[field], lastNarrative?.[field] ?? null],
      fields: [WHOLE_ITEM],
    })),
  })
}

function questionsTab({ questions }: ReturnRow): Tab {
  return tabOf('questions', {
    note: 'What members asked of the partnership.',
    facts: [
      { heading: 'Question', kind: 'text', width: 60 },
      { heading: 'Asked by', kind: 'text', width: 22 },
      { heading: 'Asked on', kind: 'date', width: 12 },
      { heading: 'Answer due', kind: 'date', width: 12 },
    ],
    answers: [{ field: 'answer', heading: 'Answer', kind: 'text', width: 70 }],
    rows: questions.map(({ id, text, askedBy, askedOn, answerDueOn }) => ({
      item: `questions/${id}`,
      title: text,
      facts: [text, askedBy, askedOn, answerDueOn],
      fields: ['answer'],
    })),
  })
}

/** All that the return asks, a tab for each section. */
export function tabsOf(read: ReadReturn): Tab[] {
  const { row } = read
  return [
    indicatorsTab(read),
    actionsTab(row),
    risksTab(row),
    resourcesTab(row),
    narrativeTab(row),
    questionsTab(row),
  ]
}
