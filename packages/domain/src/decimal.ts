/**
 * An exact decimal: coefficient × 10^−scale. '78.0' is 780 at scale 1 and stays so, because a figure
 * keeps the decimals it was reported with.
 */
export type Decimal = { readonly coefficient: bigint; readonly scale: number }

const decimalPattern = /^-?\d+(\.\d+)?$/
const powers: bigint[] = [1n]

function powerOfTen(exponent: number): bigint {
  for (let known = powers.length; known <= exponent && known <= 64; known++) powers.push(10n ** BigInt(known))
  return powers[exponent] ?? 10n ** BigInt(exponent)
}

function coefficientAt(d: Decimal, scale: number): bigint {
  return d.scale === scale ? d.coefficient : d.coefficient * powerOfTen(scale - d.scale)
}

/** True for plain decimal text such as '-12.340': no exponent, no grouping, no spaces, no plus sign. */
export function isDecimalText(text: string): boolean {
  return decimalPattern.test(text)
}

/** Reads plain decimal text exactly. Throws RangeError for anything else. */
export function parseDecimal(text: string): Decimal {
  if (text.length <= shortLength) {
    const short = parseShort(text)
    if (short !== null) return short
  }
  if (!decimalPattern.test(text)) {
    throw new RangeError(`“${text}” is not a decimal number. Use digits, for example 12.5.`)
  }
  const point = text.indexOf('.')
  if (point === -1) return { coefficient: BigInt(text), scale: 0 }
  return {
    coefficient: BigInt(text.slice(0, point) + text.slice(point + 1)),
    scale: text.length - point - 1,
  }
}

// Fifteen digits fit a binary number exactly. Nearly every figure is this short, and a dashboard reads
// thousands: one pass over the characters costs a third of the pattern and the BigInt parser.
const shortLength = 15
const zeroCode = 48

/** Null where the text is not plain decimal: the slow path then says so. */
function parseShort(text: string): Decimal | null {
  const isNegative = text.startsWith('-')
  let digits = 0
  let point = -1
  for (let place = isNegative ? 1 : 0; place < text.length; place++) {
    const digit = text.charCodeAt(place) - zeroCode
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit
    else if (text[place] === '.' && point === -1) point = place
    else return null
  }
  const hasWhole = point === -1 ? text.length > (isNegative ? 1 : 0) : point > (isNegative ? 1 : 0)
  if (!hasWhole || point === text.length - 1) return null
  return {
    coefficient: isNegative ? -BigInt(digits) : BigInt(digits),
    scale: point === -1 ? 0 : text.length - point - 1,
  }
}

/** Exact sum, at the larger of the two scales. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { coefficient: coefficientAt(a, scale) + coefficientAt(b, scale), scale }
}

/** Exact a − b, at the larger of the two scales. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { coefficient: coefficientAt(a, scale) - coefficientAt(b, scale), scale }
}

/** Exact product; the scales add. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { coefficient: a.coefficient * b.coefficient, scale: a.scale + b.scale }
}

/** −1, 0 or 1 by value: 78 and 78.0 are equal. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = Math.max(a.scale, b.scale)
  const left = coefficientAt(a, scale)
  const right = coefficientAt(b, scale)
  if (left === right) return 0
  return left < right ? -1 : 1
}

export function negateDecimal(d: Decimal): Decimal {
  return { coefficient: -d.coefficient, scale: d.scale }
}

export function absoluteDecimal(d: Decimal): Decimal {
  return d.coefficient < 0n ? negateDecimal(d) : d
}

export function isZeroDecimal(d: Decimal): boolean {
  return d.coefficient === 0n
}

/** The quotient of two integers to the nearest integer, halves away from zero. */
function divideHalfAway(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator
  const rest = numerator % denominator
  const doubled = (rest < 0n ? -rest : rest) * 2n
  if (doubled < (denominator < 0n ? -denominator : denominator)) return quotient
  return numerator < 0n === denominator < 0n ? quotient + 1n : quotient - 1n
}

/** The value to exactly `places` decimals, halves away from zero. Pads with zeros when it has fewer. */
export function roundDecimal(d: Decimal, places: number): Decimal {
  if (places >= d.scale) return { coefficient: coefficientAt(d, places), scale: places }
  return { coefficient: divideHalfAway(d.coefficient, powerOfTen(d.scale - places)), scale: places }
}

/** The same value without trailing zeros beyond `places` decimals: 7.0400 at one place is 7.04, 7.000 is 7.0. */
export function trimDecimal(d: Decimal, places: number): Decimal {
  let { coefficient, scale } = d
  while (scale > places && coefficient % 10n === 0n) {
    coefficient /= 10n
    scale--
  }
  return { coefficient, scale }
}

/** a ÷ b to `places` decimals, halves away from zero. Throws RangeError when b is zero. */
export function divideDecimals(a: Decimal, b: Decimal, places: number): Decimal {
  if (b.coefficient === 0n) throw new RangeError('A number cannot be divided by zero.')
  const shift = places + b.scale - a.scale
  const numerator = shift >= 0 ? a.coefficient * powerOfTen(shift) : a.coefficient
  const denominator = shift >= 0 ? b.coefficient : b.coefficient * powerOfTen(-shift)
  return { coefficient: divideHalfAway(numerator, denominator), scale: places }
}

/** Plain text with every decimal of the scale: '-12.340'. The sign is a hyphen, for storage and transport. */
export function decimalText(d: Decimal): string {
  if (d.scale === 0) return d.coefficient.toString()
  const digits = absoluteDecimal(d)
    .coefficient.toString()
    .padStart(d.scale + 1, '0')
  const point = digits.length - d.scale
  return `${d.coefficient < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** The nearest binary number, for drawing only: never for rating. */
export function decimalNumber(d: Decimal): number {
  return Number(decimalText(d))
}
