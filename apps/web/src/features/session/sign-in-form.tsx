import { type FormEvent, useState } from 'react'
import { problemOf } from '#lib/problem.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, type SummarisedError } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { type Credentials, useSignIn } from './use-session.ts'

const missingEmail = { fieldId: 'email', message: 'Enter your e-mail address' }
const missingPassword = { fieldId: 'password', message: 'Enter your password' }

/**
 * Codes of a refused sign-in, and what is said. The same words whichever of the two was wrong: they must not
 * tell a stranger which addresses are known.
 */
const refusals: Readonly<Record<string, string>> = {
  'wrong-credentials': 'The e-mail address or the password is wrong. Check both, then try again',
  'invalid-request': 'The e-mail address or the password is wrong. Check both, then try again',
  'too-many-attempts': 'Too many attempts. Wait 15 minutes, then try again',
}

function missingFrom({ email, password }: Credentials): SummarisedError[] {
  return [...(email === '' ? [missingEmail] : []), ...(password === '' ? [missingPassword] : [])]
}

function refusalOf(error: unknown): SummarisedError {
  const { code, title, detail } = problemOf(error)
  return { fieldId: 'email', message: refusals[code] ?? `${title}. ${detail}` }
}

export function SignInForm({ returnTo }: { returnTo: string }) {
  const signIn = useSignIn(returnTo)
  const [errors, setErrors] = useState<readonly SummarisedError[]>([])

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const credentials = {
      email: String(form.get('email') ?? '').trim(),
      password: String(form.get('password') ?? ''),
    }
    const missing = missingFrom(credentials)
    setErrors(missing)
    if (missing.length > 0) return
    signIn.mutate(credentials, { onError: (error) => setErrors([refusalOf(error)]) })
  }

  const messageFor = (expected: SummarisedError) => (errors.includes(expected) ? expected.message : null)
  return (
    <>
      <ErrorSummary heading="There is a problem" errors={errors} />
      <form onSubmit={onSubmit} noValidate>
        <Field
          id="email"
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          spellCheck={false}
          message={messageFor(missingEmail)}
        />
        <Field
          id="password"
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          message={messageFor(missingPassword)}
        />
        <Button type="submit" disabled={signIn.isPending}>
          Sign in
        </Button>
      </form>
    </>
  )
}
