import { cell, readDataFile } from './data-file.ts'
import { pickFor } from './identity.ts'

type Usual = { memberHours: number; officerHours: number; funding: number }

/** What a quarter costs a partnership as a rule: hours, and pounds. */
const USUAL = new Map<string, Usual>(
  readDataFile('resources.csv').map((row) => [
    cell(row, 'partnership'),
    {
      memberHours: Number(cell(row, 'member hours')),
      officerHours: Number(cell(row, 'officer hours')),
      funding: Number(cell(row, 'funding')),
    },
  ]),
)

function usualOf(partnership: string): Usual {
  const pick = (limit: number, what: string) => pickFor(limit, what, partnership)
  return (
    USUAL.get(partnership) ?? {
      memberHours: 6 + pick(30, 'member hours'),
      officerHours: 60 + pick(200, 'officer hours'),
      funding: pick(40, 'funding') * 1000,
    }
  )
}

export type Resources = {
  memberHours: string | null
  officerHours: string | null
  fundingPence: bigint | null
}

export const NO_RESOURCES: Resources = { memberHours: null, officerHours: null, fundingPence: null }

/** What was reported for a quarter: within a fifth of what is usual, to the half hour and to £50. */
export function resourcesOf(partnership: string, quarterIndex: number): Resources {
  const usual = usualOf(partnership)
  const vary = (amount: number, step: number, what: string) => {
    const percent = 80 + pickFor(41, what, partnership, String(quarterIndex))
    return Math.round((amount * percent) / 100 / step) * step
  }
  return {
    memberHours: String(vary(usual.memberHours, 0.5, 'member hours')),
    officerHours: String(vary(usual.officerHours, 0.5, 'officer hours')),
    fundingPence: BigInt(vary(usual.funding, 50, 'funding')) * 100n,
  }
}
