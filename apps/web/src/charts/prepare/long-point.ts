import type { MeasurementState } from '@accord/api-client'
import type { Status } from '@accord/domain'

export type LongPoint = {
  index: number
  quarterNumber: number
  /** Which unbroken line the point belongs to; null where there is no figure. */
  run: number | null
  value: number | null
  shown: string | null
  state: MeasurementState | null
  period: string | null
  targets: number[]
  targetShown: string | null
  status: Status | null
  forecast: number | null
  forecastShown: string | null
  range50: [number, number] | null
  range80: [number, number] | null
}
