import type { Decimal } from './decimal.ts'
import { absoluteDecimal, decimalText, parseDecimal, roundDecimal, trimDecimal } from './decimal.ts'

/** How an indicator’s figures are written: its unit ('%', 'number', 'per 1,000') and its decimal places. */
export type FigureFormat = { unit: string; decimals: number }

const minusSign = '−'

/** '1234567.50' → '1,234,567.50'. Takes digits without a sign. */
function groupThousands(digits: string): string {
  const point = digits.indexOf('.')
  const whole = point === -1 ? digits : digits.slice(0, point)
  if (whole.length <= 3) return digits
  const rest = point === -1 ? '' : digits.slice(point)
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + rest
}

function signed(d: Decimal): string {
  const digits = groupThousands(decimalText(absoluteDecimal(d)))
  return d.coefficient < 0n ? minusSign + digits : digits
}

/** '46.1%', '1,478', '−3.2': rounded half away from zero, trailing zeros kept, thousands grouped. */
export function formatFigure(valueText: string, format: FigureFormat): string {
  const digits = signed(roundDecimal(parseDecimal(valueText), format.decimals))
  return format.unit === '%' ? `${digits}%` : digits
}

/** As formatFigure, with the unit said where it is neither '%' nor 'number': '0.50 per 1,000'. */
export function formatFigureWithUnit(valueText: string, format: FigureFormat): string {
  return withUnit(formatFigure(valueText, format), format)
}

/** A written figure with its unit, where the figure does not carry it already. */
export function withUnit(figure: string, { unit }: FigureFormat): string {
  return unit === '%' || unit === 'number' ? figure : `${figure} ${unit}`
}

/** As formatFigure, but with as many more decimals as the value needs to be exact: a bound of 7.04% is not 7.0%. */
export function formatFigureExactly(valueText: string, format: FigureFormat): string {
  const { scale } = trimDecimal(parseDecimal(valueText), format.decimals)
  return formatFigure(valueText, { unit: format.unit, decimals: Math.max(scale, format.decimals) })
}

const poundsShownAsMillions = 100_000n

/** Money on a dashboard, from pence: '£6.35m', '£16m', '£0.32m'; under £100,000 '£95,400'; under £1 '35p'. */
export function formatMoney(pence: bigint | number): string {
  const exact = BigInt(pence)
  const sign = exact < 0n ? minusSign : ''
  const amount = exact < 0n ? -exact : exact
  if (amount > 0n && amount < 100n) return `${sign}${amount}p`
  const pounds = (amount + 50n) / 100n
  if (pounds < poundsShownAsMillions) return `${sign}£${groupThousands(pounds.toString())}`
  const millions = roundDecimal({ coefficient: amount, scale: 8 }, 2)
  return `${sign}£${groupThousands(decimalText(millions)).replace(/\.00$/, '')}m`
}

/** Money in a record, from pence, to the pound: '£111,806'. */
export function formatPounds(pence: number): string {
  const pounds = Math.round(Math.abs(pence) / 100)
  return `${pence < 0 ? minusSign : ''}£${groupThousands(String(pounds))}`
}

/** Pence for each £1: '35p', and from £1 on '£2.10'. */
export function formatPerPound(pence: number): string {
  return pence < 100 ? `${pence}p` : `£${groupThousands((pence / 100).toFixed(2))}`
}

/** A gap from target in per cent, without sign: '32%', under ten '6.5%', and never '0.0%' for a gap there is. */
export function formatGap(percent: number): string {
  const size = Math.abs(percent)
  // A product such as 8.35 × 10 must not fall to the wrong side of a half.
  const tenths = Math.round(Number((size * 10).toPrecision(12)))
  if (size > 0 && tenths === 0) return 'less than 0.1%'
  if (tenths >= 100) return `${groupThousands(String(Math.round(Number(size.toPrecision(12)))))}%`
  return `${(tenths / 10).toFixed(1)}%`
}

const countWords = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** 'one' to 'nine', then digits. */
export function countWord(count: number): string {
  return countWords[count - 1] ?? groupThousands(String(count))
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** '1st', '2nd', '3rd', '11th'. */
export function ordinal(position: number): string {
  const lastTwo = position % 100
  if (lastTwo >= 11 && lastTwo <= 13) return `${position}th`
  const ending = ['th', 'st', 'nd', 'rd'][position % 10] ?? 'th'
  return `${position}${ending}`
}

const joinsWithin = /,| and | or /

/** 'a, b and c'; with a comma before 'and' where a phrase has an 'and', an 'or' or a comma of its own. */
export function joinWithAnd(phrases: readonly string[]): string {
  const last = phrases.at(-1)
  if (last === undefined) return ''
  if (phrases.length === 1) return last
  const comma = phrases.some((phrase) => joinsWithin.test(phrase)) ? ',' : ''
  return `${phrases.slice(0, -1).join(', ')}${comma} and ${last}`
}

/** '1 indicator', '35 indicators'. */
export function countOf(count: number, singular: string): string {
  return `${groupThousands(String(count))} ${singular}${count === 1 ? '' : 's'}`
}
