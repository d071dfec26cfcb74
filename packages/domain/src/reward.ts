import {
  compareDecimals,
  decimalNumber,
  divideDecimals,
  isZeroDecimal,
  negateDecimal,
  parseDecimal,
  subtractDecimals,
} from './decimal.ts'

/** One stretch target. Figures are decimal texts; money is whole pence. */
export type RewardTarget = {
  withoutStretch: string
  stretch: string
  actual: string | null
  sharePence: bigint | number
}

/** `achieved`: share of the stretch, unclamped, for drawing; null without a figure. `belowFloor`: under 60 %, pays nothing. */
export type Reward = { achieved: number | null; paysPence: number; unmetPence: number; belowFloor: boolean }

// 60 % of the stretch, as a fraction so that it is compared exactly (the domain notes, Reward).
const floorNumerator = 6n
const floorDenominator = 10n
const achievedPlaces = 12

/**
 * What a stretch target pays: nothing below 60 % of the stretch, else that share of its money, never more than
 * all of it, rounded down to the penny. Works for lower-is-better as it stands, because the signs cancel.
 * Without a figure nothing is paid yet and the floor is not judged.
 * Throws RangeError where stretch and without stretch are equal: there is then nothing to achieve.
 */
export function rewardOf({ withoutStretch, stretch, actual, sharePence }: RewardTarget): Reward {
  const share = BigInt(sharePence)
  const base = parseDecimal(withoutStretch)
  let distance = subtractDecimals(parseDecimal(stretch), base)
  if (isZeroDecimal(distance))
    throw new RangeError('The stretch target must differ from the figure without stretch.')
  if (actual === null) return { achieved: null, paysPence: 0, unmetPence: Number(share), belowFloor: false }
  let gained = subtractDecimals(parseDecimal(actual), base)
  if (distance.coefficient < 0n) {
    distance = negateDecimal(distance)
    gained = negateDecimal(gained)
  }
  const belowFloor = isUnderFloor(gained, distance)
  const pays = belowFloor ? 0n : shareOf({ share, gained, distance })
  return {
    achieved: decimalNumber(divideDecimals(gained, distance, achievedPlaces)),
    paysPence: Number(pays),
    unmetPence: Number(share - pays),
    belowFloor,
  }
}

type Scaled = ReturnType<typeof parseDecimal>

function isUnderFloor(gained: Scaled, distance: Scaled): boolean {
  const tenTimes = { coefficient: gained.coefficient * floorDenominator, scale: gained.scale }
  const sixTimes = { coefficient: distance.coefficient * floorNumerator, scale: distance.scale }
  return compareDecimals(tenTimes, sixTimes) < 0
}

function shareOf({ share, gained, distance }: { share: bigint; gained: Scaled; distance: Scaled }): bigint {
  if (compareDecimals(gained, distance) >= 0) return share
  // Cross-multiplied to whole numbers: bigint division then drops what is under a penny.
  const numerator = share * gained.coefficient * 10n ** BigInt(distance.scale)
  return numerator / (distance.coefficient * 10n ** BigInt(gained.scale))
}

/** Splits pence into `parts` that sum exactly; the odd pennies go to the first ones. */
export function splitEvenly(totalPence: bigint | number, parts: number): number[] {
  if (!Number.isInteger(parts) || parts < 1) throw new RangeError('Money is split into one part or more.')
  const total = BigInt(totalPence)
  const each = total / BigInt(parts)
  const odd = Number(total - each * BigInt(parts))
  return Array.from({ length: parts }, (_, place) => Number(each) + (place < odd ? 1 : 0))
}
