import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { PeopleToBe } from '#features/session/people-to-be.tsx'
import { SignInForm } from '#features/session/sign-in-form.tsx'
import { safeReturn } from '#lib/paths.ts'
import { deploymentQuery } from '#lib/queries.ts'

export function SignInPage() {
  const [search] = useSearchParams()
  const { data: deployment } = useQuery(deploymentQuery())
  const returnTo = safeReturn(search.get('return'))
  const people = deployment?.people ?? []
  return (
    <>
      <title>Sign in – Accord</title>
      <div className="sign-in">
        <div>
          <h1>Sign in to Accord</h1>
          <p className="lead">
            How the partnerships{deployment === undefined ? '' : ` of ${deployment.area}`} are doing, quarter
            by quarter.
          </p>
          {search.get('reason') === 'expired' ? (
            <p className="callout">
              You were signed out because nothing happened for a while. Sign in to go back to where you were.
            </p>
          ) : null}
          <SignInForm returnTo={returnTo} />
        </div>
        {people.length === 0 ? null : <PeopleToBe people={people} returnTo={returnTo} />}
      </div>
    </>
  )
}
