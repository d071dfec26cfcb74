// Figures are compared and scaled as texts and whole numbers, never as binary floats.
const DECIMAL = /^-?\d{1,12}(\.\d{1,6})?$/
const SCALE = 6

/** Whether a cell is a number that the database keeps exactly: at most twelve digits and six decimals. */
export function isFigure(text: string): boolean {
  return DECIMAL.test(text)
}

/** The figure in millionths. */
export function millionths(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.')
  const size = BigInt(whole + fraction.padEnd(SCALE, '0'))
  return text.startsWith('-') ? -size : size
}

/** '0.98' → '98', exactly: a fraction as a percentage. */
export function asPercentage(text: string): string {
  return textOfMillionths(millionths(text) * 100n)
}

function textOfMillionths(value: bigint): string {
  const size = (value < 0n ? -value : value).toString().padStart(SCALE + 1, '0')
  const fraction = size.slice(-SCALE).replace(/0+$/, '')
  const text = fraction ? `${size.slice(0, -SCALE)}.${fraction}` : size.slice(0, -SCALE)
  return value < 0n ? `-${text}` : text
}
