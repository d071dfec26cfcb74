import type { Section } from './packs.schemas.ts'

type Given = Partial<Section> & { title: string }

/** A section of which only what it holds is said. */
export function section(given: Given): Section {
  return {
    ...{
      sentences: [],
      chart: null,
      columns: [],
      widths: [],
      numbers: [],
      rows: [],
      empty: null,
      withheld: [],
    },
    ...given,
  }
}

export const said = (sentences: readonly (string | null)[]): string[] =>
  sentences.flatMap((sentence) => (sentence === null || sentence === '' ? [] : [sentence]))
