import type { SignedInPerson } from '@accord/api-client'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { mayGoRound } from '#lib/permission.ts'
import { unreadQuery } from '#lib/queries.ts'
import { Menu } from '#ui/menu.tsx'
import { useSignOut } from './use-session.ts'

function roleWords({ label, council, partnership }: SignedInPerson['roles'][number]): string {
  const where = partnership?.name ?? council?.name
  return where === undefined ? label : `${label}, ${where}`
}

/** Who is signed in and as what, what they were told, and the way out. */
export function PersonMenu({ person }: { person: SignedInPerson }) {
  const leave = useSignOut()
  const first = person.roles[0]
  const hasMessages = mayGoRound(person)
  const unread = useQuery({ ...unreadQuery(), enabled: hasMessages }).data?.total ?? 0
  return (
    <div className="masthead-person">
      <Menu
        align="end"
        label={
          <>
            <span className="person-name">{person.name}</span>
            {first === undefined ? null : <span className="person-role">{first.label}</span>}
          </>
        }
      >
        <ul>
          {person.roles.map((role) => (
            <li key={roleWords(role)} className="menu-text">
              {roleWords(role)}
            </li>
          ))}
          {hasMessages ? (
            <li>
              <Link to="/notifications">{unread === 0 ? 'Messages' : `Messages, ${unread} to read`}</Link>
            </li>
          ) : null}
          <li>
            <button type="button" disabled={leave.isPending} onClick={() => leave.mutate()}>
              Sign out
            </button>
          </li>
        </ul>
      </Menu>
    </div>
  )
}
