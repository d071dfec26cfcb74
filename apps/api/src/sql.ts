/** Pieces of the statements that are written by hand: each makes text of the statement, never of what a reader sent. */

/** Another record as the wire writes it. `row` has slug, name and short_name. */
export const reference = (row: string) =>
  `json_build_object('id', ${row}.slug, 'name', ${row}.name, 'shortName', ${row}.short_name)`

export const referenceOrNull = (row: string) =>
  `CASE WHEN ${row}.id IS NULL THEN NULL ELSE ${reference(row)} END`

/** A date as the wire writes it. */
export const day = (column: string) => `to_char(${column}, 'YYYY-MM-DD')`

/** An instant as the wire writes it. */
export const instant = (column: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The rows of a select as one JSON list, empty where there is none. */
export const many = (select: string) =>
  `(SELECT coalesce(json_agg(row_to_json(list)), '[]'::json) FROM (${select}) list)`
