import { type StoredAnswer, storeAnswer } from '#api/stored-answer.ts'
import type { Dashboard } from './dashboards.schemas.ts'

// Dashboards are written here one after another: memory for each anew costs as much as the writing.
let page = Buffer.allocUnsafe(1 << 20)

const BYTES_OF_ONE_UNIT = 3

function write(text: string, at: number): number {
  const room = at + text.length * BYTES_OF_ONE_UNIT
  if (page.length < room) {
    const larger = Buffer.allocUnsafe(room * 2)
    page.copy(larger, 0, 0, at)
    page = larger
  }
  return at + page.write(text, at, 'utf8')
}

const inside = (json: string) => json.slice(0, -1)

/**
 * JSON in pieces, an indicator each: one character beyond Latin letters makes all of a text twice as wide in
 * memory, and a dashboard in one piece has always one.
 */
function toBytes({ outcomes, ...above }: Dashboard): Buffer {
  let end = write(`${inside(JSON.stringify(above))},"outcomes":[`, 0)
  outcomes.forEach(({ indicators, ...outcome }, place) => {
    end = write(`${place === 0 ? '' : ','}${inside(JSON.stringify(outcome))},"indicators":[`, end)
    indicators.forEach((indicator, number) => {
      if (number > 0) end = write(',', end)
      end = write(JSON.stringify(indicator), end)
    })
    end = write(']}', end)
  })
  return page.subarray(0, write(']}', end))
}

export function storeDashboard(dashboard: Dashboard): StoredAnswer {
  return storeAnswer(toBytes(dashboard))
}
