/** What a cell of an export holds; null is blank. A number is a plain decimal text. */
export type ExportedCell = { kind: 'text' | 'number'; text: string } | null
