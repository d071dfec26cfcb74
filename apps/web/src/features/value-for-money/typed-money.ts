/** '£39,500' or '39500.50' as pence; null for what is not money. */
export function readPounds(typed: string): number | null {
  const plain = typed.replaceAll(/[£,\s]/g, '')
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}

/** Pence as a person would type it back: '39500' or '39500.50'. */
export function writePounds(pence: number | null): string {
  if (pence === null) return ''
  return pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2)
}

export const MONEY_FAULT = 'Write pounds as a number, for example 39500 or 39,500.50'

/** '1,412' or '7.5' as the API takes hours; null for what is not. */
export function readHours(typed: string): string | null {
  const plain = typed.replaceAll(/[,\s]/g, '')
  return /^\d{1,7}(\.\d)?$/.test(plain) ? plain : null
}

export const HOURS_FAULT = 'Write hours as a number with one decimal at most, for example 186 or 7.5'
