import { z } from 'zod'
import { FinancialYear, Slug, YearParameter } from '#wire/primitives.ts'

export const PDF = 'application/pdf'

const Bar = z.object({
  text: z.string().meta({ examples: ['£111,800 cost'] }),
  share: z.number().min(0).max(1).meta({ description: 'Of the longest bar in the chart.' }),
  isSolid: z.boolean().meta({ description: 'Solid is cost; outlined is what was saved.' }),
})

const Chart = z.object({
  alt: z.string().meta({ description: 'The chart in one sentence.' }),
  pairs: z.array(z.object({ label: z.string(), bars: z.array(Bar), ratio: z.string() })),
})

const Section = z.object({
  title: z.string(),
  sentences: z.array(z.string()),
  chart: Chart.nullable(),
  columns: z.array(z.string()),
  widths: z.array(z.number()).meta({ description: 'Shares of the line by column; 0: as wide as its words.' }),
  numbers: z.array(z.int()).meta({ description: 'The columns that hold figures, by place.' }),
  rows: z.array(z.array(z.string())),
  empty: z.string().nullable().meta({ description: 'What stands where there are no rows.' }),
  withheld: z.array(z.string()),
})

export type Section = z.infer<typeof Section>

export const Pack = z
  .object({
    title: z.string().meta({ examples: ['Scrutiny pack: three partnerships rated fair, 2008/09'] }),
    council: z.string(),
    year: FinancialYear,
    running: z.string().meta({ description: 'What stands at the head of each sheet.' }),
    marking: z.string().meta({ description: 'Empty, or why it is not for publication.' }),
    built: z.string(),
    builtOn: z.object({ year: z.int(), month: z.int(), day: z.int() }),
    opening: z.array(z.string()),
    summary: Section.meta({ description: 'Each partnership in a line, in the register’s order' }),
    partnerships: z.array(
      z.object({ id: z.string(), name: z.string(), finding: z.string(), sections: z.array(Section) }),
    ),
  })
  .meta({ id: 'Pack', description: 'What scrutiny takes to a meeting, as its reader may see it.' })

export type Pack = z.infer<typeof Pack>

export const packQuery = z.strictObject({
  year: YearParameter.optional().meta({ description: 'The last year that is over where left out' }),
  partnership: Slug.optional().meta({ description: 'Only this one.' }),
  rating: z
    .enum(['poor', 'fair', 'good', 'excellent'])
    .optional()
    .meta({ description: 'All that are rated so; fair where neither is said.' }),
})

/** The contract names the format of the answer, which the generator would take for JSON. */
export const packPrinted = z.unknown().meta({
  description: 'The pack',
  content: { [PDF]: { schema: { type: 'string', format: 'binary' } } },
})
