import type { IndicatorChange, TargetValue } from '@accord/api-client'
import {
  decimalText,
  divideDecimals,
  multiplyDecimals,
  parseDecimal,
  readSettingNumber,
  trimDecimal,
} from '@accord/domain'

type Option = { value: string; label: string }

export const polarityOptions: readonly Option[] = [
  { value: 'higher', label: 'Higher is better' },
  { value: 'lower', label: 'Lower is better' },
  { value: 'range', label: 'Within a range is better' },
  { value: 'none', label: 'Neither: kept as data only' },
]

export const measureOptions: readonly Option[] = [
  { value: 'snapshot', label: 'The position at the end of each quarter' },
  { value: 'discrete_quarter', label: 'Each quarter by itself' },
  { value: 'cumulative', label: 'The year so far, from April' },
  { value: 'rolling_year', label: 'The 12 months to the end of each quarter' },
  { value: 'annual', label: 'A year, once a year' },
  { value: 'biennial', label: 'A year, every other year' },
]

export const toleranceOptions: readonly Option[] = [
  { value: 'relative', label: 'Per cent of the target' },
  { value: 'absolute', label: 'The indicator’s own unit' },
]

const hundred = parseDecimal('100')

/** '0.05' as it is kept, from '5' as it is typed per cent; what is not a number goes as typed, to be refused. */
export function shareTyped(typed: string): string {
  const reading = readSettingNumber(typed)
  if (!reading.ok) return typed
  return decimalText(trimDecimal(divideDecimals(parseDecimal(reading.value), hundred, 8), 0))
}

/** '5', from '0.05' as it is kept. */
export function percentKept(share: string): string {
  return decimalText(trimDecimal(multiplyDecimals(parseDecimal(share), hundred), 0))
}

/** A target as it is put in a box: plain digits. */
export function typedTarget(target: TargetValue | null): { low: string; high: string } {
  if (target === null) return { low: '', high: '' }
  return 'value' in target ? { low: target.value, high: '' } : target
}

export function changeTitle({ kindWord, year, organisation }: IndicatorChange): string {
  return [`${kindWord}${year === null ? '' : ` of ${year.label}`}`, organisation?.name]
    .filter((part) => part !== undefined)
    .join(', ')
}
