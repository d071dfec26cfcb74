import { useState } from 'react'

export type KeyedRow<Row> = { key: number; row: Row }

/** Rows of a form that can be added to and taken from; each keeps what was typed in it. */
export function useRows<Row>(first: readonly Row[]) {
  const [rows, setRows] = useState<readonly KeyedRow<Row>[]>(() => first.map((row, key) => ({ key, row })))
  const [nextKey, setNextKey] = useState(first.length)
  return {
    rows,
    add: (row: Row) => {
      setRows([...rows, { key: nextKey, row }])
      setNextKey(nextKey + 1)
    },
    remove: (key: number) => setRows(rows.filter((one) => one.key !== key)),
  }
}
