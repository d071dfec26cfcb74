import {
  quarterEndsOn,
  quarterKey,
  quarterLabel,
  quarterMonths,
  quarterName,
  quarterStartsOn,
} from '@accord/domain'
import type { Quarter } from './quarter.ts'

export type QuarterDates = { index: number; opensOn: string; dueOn: string; closesOn: string }

export function toQuarter({ index, opensOn, dueOn, closesOn }: QuarterDates, today: string): Quarter {
  return {
    key: quarterKey(index),
    name: quarterName(index),
    label: quarterLabel(index),
    months: quarterMonths(index),
    startsOn: quarterStartsOn(index),
    endsOn: quarterEndsOn(index),
    opensOn,
    dueOn,
    closesOn,
    isOpen: opensOn <= today,
  }
}
