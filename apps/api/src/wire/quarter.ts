import { z } from 'zod'
import { DateText, QuarterKey } from './primitives.ts'

export const Quarter = z
  .object({
    key: QuarterKey,
    name: z.string().meta({ example: 'Quarter 2' }),
    label: z.string().meta({ example: 'Quarter 2 2009/10' }),
    months: z.string().meta({ example: 'July to September 2009' }),
    startsOn: DateText,
    endsOn: DateText,
    opensOn: DateText,
    dueOn: DateText,
    closesOn: DateText,
    isOpen: z.boolean().meta({ description: 'Its returns have opened by today' }),
  })
  .meta({ id: 'Quarter' })

export type Quarter = z.output<typeof Quarter>
