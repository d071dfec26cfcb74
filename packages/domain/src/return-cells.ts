/** The parts of a return, in the order in which they are filled in. */
export type ReturnSection = 'indicators' | 'actions' | 'risks' | 'resources' | 'narrative' | 'questions'

export const returnSections: readonly { section: ReturnSection; title: string }[] = [
  { section: 'indicators', title: 'Indicators' },
  { section: 'actions', title: 'Actions' },
  { section: 'risks', title: 'Risks' },
  { section: 'resources', title: 'Resources' },
  { section: 'narrative', title: 'Narrative' },
  { section: 'questions', title: 'Members’ questions' },
]

/** The three that hold a figure as typed. A ratio has a numerator and a denominator, any other a value. */
export const figureFields = ['value', 'numerator', 'denominator'] as const

export const indicatorFields = [
  ...figureFields,
  'missing',
  'commentary',
  'cause',
  'action',
  'owner',
  'due',
  'forecast',
  'forecastReason',
  'confirmation',
] as const

export const actionFields = ['progress', 'completed'] as const
export const riskFields = ['likelihood', 'impact', 'review'] as const
export const resourceFields = ['memberHours', 'officerHours', 'funding'] as const
export const narrativeFields = ['whatHappened', 'why', 'whatWeAreDoing', 'whatWeNeed'] as const
export const questionFields = ['answer'] as const

export type FigureField = (typeof figureFields)[number]
export type IndicatorField = (typeof indicatorFields)[number]
export type ActionField = (typeof actionFields)[number]
export type RiskField = (typeof riskFields)[number]
export type ResourceField = (typeof resourceFields)[number]
export type NarrativeField = (typeof narrativeFields)[number]
export type QuestionField = (typeof questionFields)[number]

/** One box of a return: what is drafted, versioned and saved on its own. */
export type ReturnCell =
  | { section: 'indicators'; slug: string; field: IndicatorField }
  | { section: 'actions'; id: string; field: ActionField }
  | { section: 'risks'; id: string; field: RiskField }
  | { section: 'resources'; field: ResourceField }
  | { section: 'narrative'; field: NarrativeField }
  | { section: 'questions'; id: string; field: QuestionField }

const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/
// One spelling only, so that one box has one key.
const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Reads a cell’s key, such as 'indicators/ni-192/numerator' or 'narrative/why'; null for anything else. Slugs and
 * ids are lower case. Whether the return owes such a cell is not looked at.
 */
export function parseCellKey(text: string): ReturnCell | null {
  const parts = text.split('/')
  if (parts.length === 2) return parsePair(parts[0] ?? '', parts[1] ?? '')
  if (parts.length !== 3) return null
  const [section = '', item = '', field = ''] = parts
  if (section === 'indicators') {
    return slugPattern.test(item) && isOneOf(indicatorFields, field) ? { section, slug: item, field } : null
  }
  if (!idPattern.test(item)) return null
  if (section === 'actions' && isOneOf(actionFields, field)) return { section, id: item, field }
  if (section === 'risks' && isOneOf(riskFields, field)) return { section, id: item, field }
  if (section === 'questions' && isOneOf(questionFields, field)) return { section, id: item, field }
  return null
}

function parsePair(section: string, field: string): ReturnCell | null {
  if (section === 'resources' && isOneOf(resourceFields, field)) return { section, field }
  if (section === 'narrative' && isOneOf(narrativeFields, field)) return { section, field }
  return null
}

function isOneOf<Field extends string>(fields: readonly Field[], text: string): text is Field {
  return fields.some((field) => field === text)
}

/** The key of a cell: what parseCellKey reads. */
export function cellKey(cell: ReturnCell): string {
  return `${itemKey(cell)}${cell.section === 'resources' || cell.section === 'narrative' ? '' : `/${cell.field}`}`
}

/**
 * The key of what a cell belongs to and is completed with: 'indicators/ni-192' or 'risks/{id}'; in the sections
 * that have no such items each cell is its own, 'narrative/why'.
 */
export function itemKey(cell: ReturnCell): string {
  if (cell.section === 'resources' || cell.section === 'narrative') return `${cell.section}/${cell.field}`
  return `${cell.section}/${cell.section === 'indicators' ? cell.slug : cell.id}`
}

/** The section of a key; null for a text that is no key. */
export function sectionOf(key: string): ReturnSection | null {
  return parseCellKey(key)?.section ?? null
}

/** 'Members’ questions'. */
export function sectionTitle(section: ReturnSection): string {
  return returnSections.find((known) => known.section === section)?.title ?? ''
}

/** Whether typing into this cell makes a person one who entered figures, and so not the one who signs them off. */
export function isFigureCell(key: string): boolean {
  const cell = parseCellKey(key)
  return cell?.section === 'indicators' && isOneOf(figureFields, cell.field)
}

/** The key of an indicator’s cell. */
export function indicatorCell(slug: string, field: IndicatorField): string {
  return cellKey({ section: 'indicators', slug, field })
}

/** Cells that are blank are left out of a draft, or hold nothing but white space: both read null. */
export function cellText(cells: ReadonlyMap<string, string>, key: string): string | null {
  const text = cells.get(key)?.trim() ?? ''
  return text === '' ? null : text
}
