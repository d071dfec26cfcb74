import { quartersBetweenFigures, quartersUntilStale, unownedKinds } from '@accord/domain'

/** Pieces of the catalogue’s statement. Each says in SQL what the domain says of one row, and is tested against it. */

/** The ends of the target `t`, and how far the figure of `m` is short of it, for the indicator `i`. */
export const SHORTFALL = `CROSS JOIN LATERAL (
    SELECT coalesce(t.range_low, t.value) AS low, coalesce(t.range_high, t.value) AS high,
      i.polarity = 'range' OR t.value IS NULL AS is_range) ends
  CROSS JOIN LATERAL (
    SELECT CASE WHEN ends.is_range THEN greatest(ends.low - m.value, m.value - ends.high)
        WHEN i.polarity = 'lower' THEN m.value - t.value ELSE t.value - m.value END AS shortfall,
      abs(CASE WHEN ends.is_range AND ends.low - m.value <= m.value - ends.high THEN ends.high ELSE ends.low END) AS reference) miss`

const within = (reach: string) =>
  `miss.shortfall <= CASE i.tolerance_kind WHEN 'absolute' THEN ${reach} ELSE ${reach} * miss.reference END`

/** As the domain’s rate: the status, or why there is none. Of `i`, `fi`, `m`, `t` and SHORTFALL. */
export const STANDING = `CASE
    WHEN fi.is_data_only OR i.polarity = 'none' THEN 'data_only'
    WHEN m.missing_reason = 'suppressed' THEN 'suppressed'
    WHEN m.value IS NULL AND m.missing_reason IN ('not_due', 'awaiting_data') THEN m.missing_reason::text
    WHEN ends.low IS NULL THEN 'no_target'
    WHEN m.value IS NULL THEN CASE m.missing_reason WHEN 'not_applicable' THEN 'not_due' ELSE 'awaiting_data' END
    WHEN miss.shortfall <= 0 OR ${within('i.green_tolerance')} THEN 'on_target'
    WHEN ${within('i.amber_tolerance')} THEN 'near_target'
    ELSE 'off_target' END`

const kinds = unownedKinds.map((kind) => `'${kind}'`).join(', ')

/** As the domain’s whyOrphaned, of frameworks that are not over. Of `f`, `p` (partnership) and `officer`; `today` is a parameter. */
export const isOrphaned = (today: string) => `CASE
    WHEN p.id IS NULL THEN f.kind NOT IN (${kinds})
    ELSE coalesce(p.ended_on < ${today}, false) OR officer.id IS NULL OR officer.disabled_at IS NOT NULL END`

const measures = Object.keys(quartersBetweenFigures) as (keyof typeof quartersBetweenFigures)[]

/** As the domain’s quartersUntilStale: by measure, and a quarter more for each whole quarter of lag. */
const REACH = `CASE i.measure ${measures.map((measure) => `WHEN '${measure}' THEN ${quartersUntilStale(measure, null)}`).join(' ')} END
    + coalesce(i.lag_weeks, 0) / 13`

/** No indicator is stale sooner after its newest figure than this. */
const SOONEST = Math.min(...measures.map((measure) => quartersUntilStale(measure, null)))

const anyFigure = (condition: string) => `EXISTS (SELECT FROM measurement x
    WHERE x.indicator_id = i.id AND x.organisation_id IS NULL AND x.value IS NOT NULL AND ${condition})`

/**
 * As the domain’s staleSince: it had a figure once, and none for too long before the quarter, a parameter. Those
 * with a figure lately are nearly all: they are set aside first, in one pass.
 */
export const isStale = (quarter: string) =>
  `(i.id NOT IN (SELECT x.indicator_id FROM measurement x
      WHERE x.organisation_id IS NULL AND x.value IS NOT NULL AND x.quarter_index BETWEEN ${quarter} - ${SOONEST - 1} AND ${quarter})
    AND ${anyFigure(`x.quarter_index <= ${quarter} - (${REACH})`)}
    AND NOT ${anyFigure(`x.quarter_index BETWEEN ${quarter} - (${REACH}) + 1 AND ${quarter}`)})`
