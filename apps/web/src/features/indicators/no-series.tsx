import type { IndicatorDetail } from '@accord/api-client'
import { parseQuarterKey, quarterLabel } from '@accord/domain'
import { Link } from 'react-router'
import { indicatorPath, type Place } from '#lib/paths.ts'
import { measureWords } from './indicator-words.ts'

type NoSeriesProps = { indicator: IndicatorDetail; place: Place; newestQuarter: string | null }

/** An imported series may have figures for each body and none for the area: say so, and where to look. */
export function NoSeries({ indicator, place, newestQuarter }: NoSeriesProps) {
  const { id, breakdown, title, measure, quarter, framework } = indicator
  const newest = newestQuarter === null ? null : parseQuarterKey(newestQuarter)
  return (
    <div>
      <p className="figure-title">{`${title}, ${measureWords[measure]}`}</p>
      <p className="callout">
        {breakdown === null
          ? `No figure has been reported for ${quarter.label.toLowerCase()}.`
          : `There is no figure for the whole area. ${breakdown.rows.length} bodies report their own: choose one above, or compare them below.`}
        {newest === null || newestQuarter === quarter.key ? null : (
          <>
            {' '}
            <Link
              to={indicatorPath(
                id,
                { ...place, quarter: newestQuarter },
                { framework: framework.id, organisation: indicator.organisation?.id ?? null },
              )}
            >
              {`Open ${quarterLabel(newest).toLowerCase()}, the newest with a figure`}
            </Link>
          </>
        )}
      </p>
    </div>
  )
}
