import { z } from 'zod'
import { Slug } from '#wire/primitives.ts'
import { ReasonText } from './cycle.schemas.ts'

const TypedNumber = z.string().trim().min(1).max(60).meta({ description: 'As typed', example: '6.1' })

export const restateBody = z.strictObject({
  reason: ReasonText,
  figures: z
    .array(
      z.union([
        z.strictObject({ indicator: Slug, value: TypedNumber }),
        z.strictObject({ indicator: Slug, numerator: TypedNumber, denominator: TypedNumber }),
      ]),
    )
    .min(1)
    .max(200),
})
