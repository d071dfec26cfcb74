import type { Database } from '@accord/database'
import type { Role } from '@accord/domain'

export type ActorRole = { role: Role; councilId: string | null; partnershipId: string | null }

export type Actor = {
  personId: string
  name: string
  roles: readonly ActorRole[]
  /** Of someone who came by an invitation’s link: they may use nothing but what it hands over. */
  assignmentId?: string | null
}

/** What every service takes first: nothing reaches for a global client or clock. */
export type Context = { database: Database; actor: Actor; today: string; now: Date }
