import { cell, readDataFile } from './data-file.ts'
import { personId, personIdNamed } from './people.ts'

const LEADS = namesIn('partnerships.csv', 'lead_officer')
const SIGNATORIES = namesIn('signatories.csv', 'signatory')
const REGISTERS = new Map(
  readDataFile('other-partnerships.csv').map((row) => [cell(row, 'name'), cell(row, 'registers')]),
)

function namesIn(file: string, column: string): Map<string, string> {
  return new Map(readDataFile(file).map((row) => [cell(row, 'partnership'), cell(row, column)]))
}

function idIn(names: Map<string, string>, partnership: string): string | null {
  const name = names.get(partnership)
  return name === undefined ? null : personIdNamed(name)
}

/** Null where nobody of the partnership is a user here. */
export function leadIdOf(partnership: string): string | null {
  return idIn(LEADS, partnership)
}

export function signatoryIdOf(partnership: string): string | null {
  return idIn(SIGNATORIES, partnership)
}

/** Who checks and who publishes its returns: officers of a council that has it on its register. */
export function officersOf(partnership: string): { checks: string; publishes: string } {
  const [council, isSignificant] = REGISTERS.get(partnership)?.split(' ') ?? []
  if (council === undefined || isSignificant === undefined) {
    return { checks: personIdNamed('Tom Ashdown'), publishes: personIdNamed('Philippa Dane') }
  }
  const officer = personId(`performance@${council}.example`)
  return { checks: officer, publishes: officer }
}
