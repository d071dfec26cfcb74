import { z } from 'zod'
import { DateText, DecimalText, Instant, QuarterParameter, Reference, Slug } from '#wire/primitives.ts'
import { MeasurementState, Status } from '#wire/rating.ts'

export const councilParameters = z.strictObject({ council: Slug })

export const publicationParameters = z.strictObject({ council: Slug, quarter: QuarterParameter })

export const publicationBody = z.strictObject({
  quarter: QuarterParameter,
  evenWithout: z
    .boolean()
    .default(false)
    .meta({ description: 'Publish before the quarter has closed although returns are missing' }),
  reason: z
    .string()
    .trim()
    .max(2000)
    .nullable()
    .default(null)
    .meta({ description: 'Required with evenWithout' }),
})

const Figure = z
  .object({ value: DecimalText.nullable(), state: MeasurementState.nullable(), status: Status })
  .meta({ id: 'PublishedFigure' })

export const Publication = z
  .object({
    council: Reference,
    quarter: z.string().meta({ example: '2009-10-q2' }),
    publishedAt: Instant,
    publishedBy: z.string(),
    differences: z
      .array(
        z.object({
          id: Slug,
          code: z.string(),
          title: z.string(),
          unit: z.string(),
          decimals: z.int(),
          asReported: Figure,
          asNow: Figure.nullable().meta({ description: 'Null: it is not on the dashboard any more' }),
        }),
      )
      .meta({ description: 'Of the quarter’s own figures, those that are not now as they were published' }),
    // Written by an older version of the product, it may lack what a newer one shows.
    dashboard: z
      .looseObject({ headline: z.string(), asAt: DateText })
      .meta({ description: 'The dashboard as it was published: a Dashboard of that day' }),
  })
  .meta({ id: 'Publication', description: 'A council’s quarter as it was published, and what differs now' })

export type Publication = z.output<typeof Publication>

export const Published = z
  .object({
    council: Slug,
    quarter: z.string(),
    publishedAt: Instant,
    returns: z.int().meta({ description: 'How many became published with it' }),
    isAddition: z.boolean().meta({
      description: 'The quarter was published before: returns accepted since were added, the copy stays',
    }),
    leftOut: z.array(Reference).meta({ description: 'Whose return is not in it' }),
  })
  .meta({ id: 'Published' })

export type Published = z.output<typeof Published>
