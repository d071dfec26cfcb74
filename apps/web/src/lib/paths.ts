/** The council and quarter a page is about: kept in every address, so that a link opens the same view elsewhere. */
export type Place = { council: string | null; quarter: string | null }

export const nowhere: Place = { council: null, quarter: null }

type Search = Readonly<Record<string, string | number | null | undefined>>

/** A path with what there is to say after the question mark; nothing empty is written. */
export function withSearch(path: string, search: Search): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value))
  }
  const text = parameters.toString()
  return text === '' ? path : `${path}?${text}`
}

type DashboardFilters = { portfolio?: string | null; framework?: string | null; status?: string | null }

export function dashboardPath({ council, quarter }: Place, filters: DashboardFilters = {}): string {
  if (council === null || quarter === null) return '/'
  return withSearch(`/councils/${council}/quarters/${quarter}`, filters)
}

export function partnershipsPath({ council, quarter }: Place, filters: Search = {}): string {
  return withSearch('/partnerships', { council, quarter, ...filters })
}

export function partnershipPath(id: string, { council, quarter }: Place): string {
  return withSearch(`/partnerships/${id}`, { council, quarter })
}

/** Partnerships side by side; `year` as the API writes it: '2008-09'. */
export function valueForMoneyPath({ council, quarter }: Place, filters: Search = {}): string {
  return withSearch('/value-for-money', { council, quarter, ...filters })
}

type ValuePlace = Place & { year?: string | null }

/** One partnership’s value for money, at a criterion where one is named. */
export function partnershipValuePath(
  id: string,
  { council, quarter, year }: ValuePlace,
  criterion: string | null = null,
): string {
  const path = withSearch(`/value-for-money/${id}`, { council, quarter, year })
  return criterion === null ? path : `${path}#${criterion}`
}

export function assessmentPath(id: string, { council, quarter, year }: ValuePlace): string {
  return withSearch(`/value-for-money/${id}/assessment`, { council, quarter, year })
}

/** By which words and criteria partnerships are judged. */
export function schemePath({ council, quarter }: Place): string {
  return withSearch('/value-for-money/criteria', { council, quarter })
}

/** Where a question is put to a partnership, below what it answered before. */
export function askPath(id: string, place: Place): string {
  return `${partnershipPath(id, place)}#ask`
}

export function scrutinyPath({ council, quarter }: Place, filters: Search = {}): string {
  return withSearch('/scrutiny', { council, quarter, ...filters })
}

export function indicatorsPath({ council, quarter }: Place, filters: Search = {}): string {
  return withSearch('/indicators', { council, quarter, ...filters })
}

type IndicatorChoice = {
  framework?: string | null
  organisation?: string | null
  /** How the series, and how the bodies, are looked at. */
  view?: string | null
  breakdown?: string | null
}

export function indicatorPath(id: string, { council, quarter }: Place, choice: IndicatorChoice = {}): string {
  return withSearch(`/indicators/${id}`, { council, quarter, ...choice })
}

/** Up to four indicators side by side. */
export function comparePath({ council, quarter }: Place, ids: readonly string[]): string {
  return withSearch('/indicators/compare', { council, quarter, ids: ids.join(',') })
}

type Task = { framework?: string | null; do?: string | null }

/** What waits for approval and what was decided. */
export function changesPath({ council, quarter }: Place, filters: Search = {}): string {
  return withSearch('/indicators/changes', { council, quarter, ...filters })
}

export function changePath(id: string, { council, quarter }: Place, task: Task = {}): string {
  return withSearch(`/indicators/changes/${id}`, { council, quarter, ...task })
}

export function newIndicatorPath({ council, quarter }: Place, framework: string | null = null): string {
  return withSearch('/indicators/new', { council, quarter, framework })
}

/** An indicator’s definition, tolerances and place, and what was changed of them. */
export function settingsPath(id: string, { council, quarter }: Place, task: Task = {}): string {
  return withSearch(`/indicators/${id}/change`, { council, quarter, ...task })
}

type TargetsTask = Task & { year?: string | null; organisation?: string | null }

export function targetsPath(id: string, { council, quarter }: Place, task: TargetsTask = {}): string {
  return withSearch(`/indicators/${id}/targets`, { council, quarter, ...task })
}

export function frameworksPath({ council, quarter }: Place): string {
  return withSearch('/frameworks', { council, quarter })
}

type FrameworkTask = { do?: string | null; indicator?: string | null }

/** One framework; `new` in place of its id to set one up. */
export function frameworkPath(id: string, { council, quarter }: Place, task: FrameworkTask = {}): string {
  return withSearch(`/frameworks/${id}`, { council, quarter, ...task })
}

/** Figures that came from files, and where the next is brought in. */
export function importsPath({ council, quarter }: Place): string {
  return withSearch('/imports', { council, quarter })
}

/** One import; `step`: its columns, where they are to be said again. */
export function importPath(id: string, { council, quarter }: Place, search: Search = {}): string {
  return withSearch(`/imports/${id}`, { council, quarter, ...search })
}

/** What an import found in its file, to take along. */
export function importFaultsPath(id: string): string {
  return `/api/v1/imports/${id}/faults?format=csv`
}

/** Figures to take along, as one table. */
export function exportPath(search: Search): string {
  return withSearch('/api/v1/exports/figures', search)
}

export function returnsPath({ council, quarter }: Place): string {
  return withSearch('/returns', { council, quarter })
}

export function cyclePath({ council, quarter }: Place): string {
  return withSearch('/cycle', { council, quarter })
}

/** A part of a return: a section, 'check', 'sign-off', 'restate' or 'print'. */
export function returnPath(id: string, part: string | null = null): string {
  return part === null ? `/returns/${id}` : `/returns/${id}/${part}`
}

/** The box of one answer: its key names the section, and is the id of the box. */
export function answerPath(id: string, cell: string): string {
  return `${returnPath(id, cell.split('/')[0] ?? null)}#${cell}`
}

export function signInPath(returnTo: string, reason: 'expired' | null = null): string {
  return withSearch('/sign-in', { return: returnTo === '/' ? null : returnTo, reason })
}

/** Where to go after sign-in: a path of our own only, so that a link cannot send a person elsewhere. */
export function safeReturn(returnTo: string | null): string {
  if (returnTo === null || !/^\/(?![/\\])/.test(returnTo)) return '/'
  // A backslash or a control character is read by some browsers as the start of another address.
  const isPlain = [...returnTo].every((character) => character !== '\\' && character >= ' ')
  return isPlain && !returnTo.startsWith('/sign-in') ? returnTo : '/'
}

/** A list as CSV, with the filters that are in force. */
export function csvPath(path: string, search: Search = {}): string {
  return withSearch(`/api/v1${path}`, { ...search, format: 'csv' })
}

type PackChoice = {
  council: string | null
  year?: string | null
  partnership?: string | null
  rating?: string | null
}

/** Scrutiny’s pack on screen, to print. */
export function packPath({ council, ...choice }: PackChoice): string {
  return withSearch('/value-for-money/pack', { council, ...choice })
}

/** The same as a PDF, from the API. */
export function packPdfPath({ council, ...choice }: PackChoice): string {
  return withSearch(`/api/v1/councils/${council}/pack.pdf`, choice)
}
