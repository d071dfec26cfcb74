import { idFor, slugOf } from './identity.ts'

export function partnershipSlug(name: string): string {
  return slugOf(name)
}

export function partnershipId(name: string): string {
  return idFor('partnership', partnershipSlug(name))
}
