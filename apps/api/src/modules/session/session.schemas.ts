import { z } from 'zod'
import { Reference, Slug } from '#wire/primitives.ts'

export const Role = z
  .enum([
    'executive_member',
    'portfolio_holder',
    'scrutiny_member',
    'performance_officer',
    'administrator',
    'partnership_lead',
    'signatory',
    'contributor',
  ])
  .meta({ id: 'Role' })

/** The person signed in, what they may do, and where they start. */
export const SignedInPerson = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    jobTitle: z.string().nullable(),
    roles: z.array(
      z.object({
        role: Role,
        label: z.string(),
        council: Reference.nullable(),
        partnership: Reference.nullable(),
      }),
    ),
    permissions: z.array(z.string()),
    council: Reference.nullable().meta({ description: 'The council whose pages they start from' }),
    portfolios: z.array(z.object({ id: Slug, title: z.string(), council: Slug })),
  })
  .meta({ id: 'SignedInPerson' })

export type SignedInPerson = z.output<typeof SignedInPerson>

export const signInBody = z.strictObject({
  email: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(1024),
})
