export const seriesViews = ['chart', 'table', 'signal'] as const
export type SeriesView = (typeof seriesViews)[number]

export const breakdownViews = ['table', 'multiples', 'ranked', 'quarters'] as const
export type BreakdownView = (typeof breakdownViews)[number]

/** What the address asks for, or the first where it asks for nothing there is. */
export function viewIn<View extends string>(views: readonly [View, ...View[]], asked: string | null): View {
  return views.find((view) => view === asked) ?? views[0]
}
