import { CURRENT_QUARTER, dateOf, londonInstant } from './calendar.ts'
import { idFor } from './identity.ts'
import { personIdNamed } from './people.ts'
import type { Cells } from './record-cells.ts'
import { isSentBackNow } from './second-tries.ts'
import type { Told } from './told.ts'

/** One value a cell has had. */
export type Version = { value: string; at: Date; byId: string }

// What sign-off asks of Waste’s figures, and the record of the mock does not show. The word that confirms NI 193 is
// left to its lead: it is what the officer asks for.
const WASTE_MORE: [string, string][] = [
  [
    'indicators/ni-192/cause',
    'South Oxfordshire’s contract started two months late and Oxford’s flats recycle a third less than its houses.',
  ],
  ['indicators/ni-192/action', 'Communal bins for 6,200 Oxford flats.'],
  ['indicators/ni-192/owner', 'Leila Hart'],
  ['indicators/ni-192/due', '2010-01-29'],
]

/** The cells that a return held when it was signed besides those of its record. */
export function moreCells(told: Told): Cells {
  return new Map(isSentBackNow(told) ? WASTE_MORE : [])
}

/** Whose a cell is where it is not the lead’s: Leila Hart reports on Waste’s actions. */
export function ownAuthorOf(told: Told, key: string): string | null {
  return isSentBackNow(told) && key.startsWith('actions/') ? personIdNamed('Leila Hart') : null
}

const ENVIRONMENT_FORUM: Told = { partnership: 'Environment Forum', quarterIndex: CURRENT_QUARTER }

function typed(value: string, on: string, clock: string): Version {
  return { value, at: londonInstant(dateOf(on), clock), byId: personIdNamed('Peter Haldane') }
}

function actionOfForum(action: string): string {
  return `actions/${idFor('action', 'Environment Forum', action)}/progress`
}

/** A return begun and left half written: some cells, one of them written twice. */
export const HALF_WRITTEN: { told: Told; cells: Map<string, Version[]> } = {
  told: ENVIRONMENT_FORUM,
  cells: new Map([
    ['indicators/ni-186/missing', [typed('awaiting_data', '2009-10-05', '10:12')]],
    [
      'indicators/ni-186/commentary',
      [typed('The Government publishes the figures for 2008 next September.', '2009-10-05', '10:14')],
    ],
    [
      actionOfForum('Publish each council’s own emissions'),
      [
        typed(
          'Five of seven published; Oxford and West Oxfordshire follow in November.',
          '2009-10-05',
          '10:21',
        ),
      ],
    ],
    ['resources/officerHours', [typed('84.5', '2009-10-07', '15:40')]],
    [
      'narrative/whatHappened',
      [
        typed('Five councils have published', '2009-10-07', '15:48'),
        typed('Five of the seven councils have published their own emissions. The', '2009-10-14', '16:55'),
      ],
    ],
  ]),
}
