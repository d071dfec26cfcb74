/** Statements about the demonstration’s returns of quarter 2, as SQL. */

export const returnOf = (slug: string) =>
  `(select r.id from quarterly_return r join partnership p on p.id = r.partnership_id where p.slug = '${slug}' and r.quarter_index = 8037)`
export const person = (email: string) => `(select id from person where email = '${email}')`

export const WASTE = returnOf('waste-partnership')
export const SUBMITTED = returnOf('housing-partnership')
export const LEAD = person('lead@waste.example')
export const CHAIR = person('elaine.marlow@oxfordshire.example')
export const AT = "'2009-10-19T10:00:00Z'"

/** Holds 297 at version 1, in Waste’s return. */
export const CELL = 'indicators/ni-191/value'
/** Not written yet, in the Environment Forum’s. */
export const BLANK = 'narrative/why'
export const FORUM = returnOf('environment-forum')

/** Changes Waste’s cell, without a record. */
export const save = (value: string, version: number) =>
  `update return_cell set value = ${value}, version = ${version}, changed_at = ${AT}, changed_by_id = ${LEAD}
   where return_id = ${WASTE} and cell = '${CELL}'`

type Begun = { cell?: string; value?: string; inReturn?: string; version?: number }

/** A new cell, without a record. */
export const begin = ({ cell = BLANK, value = "'1'", inReturn = FORUM, version = 1 }: Begun) =>
  `insert into return_cell (id, return_id, cell, value, version, changed_at, changed_by_id)
   values (gen_random_uuid(), ${inReturn}, '${cell}', ${value}, ${version}, ${AT}, ${LEAD})`

type Recorded = {
  from: string
  to: string
  version: number
  cell?: string
  inReturn?: string
  by?: string
  source?: string
}

export const record = ({
  from,
  to,
  version,
  cell = CELL,
  inReturn = WASTE,
  by = LEAD,
  source = 'screen',
}: Recorded) =>
  `insert into return_cell_change (id, return_id, cell, old_value, new_value, version, changed_at, changed_by_id, source)
   values (gen_random_uuid(), ${inReturn}, '${cell}', ${from}, ${to}, ${version}, ${AT}, ${by}, '${source}')`

/** Waste’s cell saved with its record. */
export const saved = (from: string, to: string, version: number) =>
  `${save(to, version)}; ${record({ from, to, version })}`
