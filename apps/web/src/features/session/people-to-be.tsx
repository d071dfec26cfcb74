import type { Deployment } from '@accord/api-client'
import { problemOf } from '#lib/problem.ts'
import { useSignIn } from './use-session.ts'

// Public on purpose: it exists only where every figure is illustrative and every person fictional.
const demonstrationPassword = 'demonstration'

type PeopleToBeProps = { people: Deployment['people']; returnTo: string }

/** In a demonstration, anyone may be anyone: a button for each. */
export function PeopleToBe({ people, returnTo }: PeopleToBeProps) {
  const signIn = useSignIn(returnTo)
  return (
    <section className="people" aria-labelledby="people-to-be">
      <h2 id="people-to-be">Or sign in as one of these people</h2>
      <p className="note">Each has the password “demonstration”.</p>
      {signIn.isError ? (
        <p className="field-message" role="alert">
          {problemOf(signIn.error).title}. {problemOf(signIn.error).detail}
        </p>
      ) : null}
      <ul>
        {people.map(({ email, name, role }) => (
          <li key={email}>
            <button
              type="button"
              disabled={signIn.isPending}
              onClick={() => signIn.mutate({ email, password: demonstrationPassword })}
            >
              <span className="person-to-be">{name}</span>
              <span>{role}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
