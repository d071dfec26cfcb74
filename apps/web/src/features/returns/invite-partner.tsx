import { inviteToReturn, type ReturnSectionState } from '@accord/api-client'
import { formatDate, sectionTitle } from '@accord/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { problemOf } from '#lib/problem.ts'
import { returnQuery } from '#lib/queries.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { focusFirstField, focusNow } from './arrival-focus.ts'

type Section = ReturnSectionState['section']
type InvitePartnerProps = { returnId: string; section: Section; lastDay: string }
type Given = { name: string; email: string; expiresOn: string }

/** A link for somebody outside: it opens this section alone, once, until a day. It is shown this once. */
export function InvitePartner({ returnId, section, lastDay }: InvitePartnerProps) {
  const [state, setState] = useState<'shut' | 'open' | 'left'>('shut')
  const { mutate, data, error, isPending, reset } = useInvite(returnId, section)
  const problem = error === null ? null : problemOf(error)

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = (name: string) => String(form.get(name) ?? '').trim()
    mutate({ name: given('name'), email: given('email'), expiresOn: given('expiresOn') })
  }

  if (data !== undefined) {
    return (
      <InvitationLink
        link={`${window.location.origin}${data.path}`}
        until={data.expiresOn}
        onDone={() => {
          reset()
          setState('left')
        }}
      />
    )
  }
  if (state !== 'open') {
    return (
      <p>
        <button
          type="button"
          className="link-button"
          ref={state === 'left' ? focusNow : undefined}
          onClick={() => setState('open')}
        >
          Ask a partner outside, by a link
        </button>
      </p>
    )
  }
  return (
    <form
      ref={focusFirstField}
      onSubmit={onSubmit}
      aria-label={`Ask a partner for ${sectionTitle(section).toLowerCase()}`}
    >
      <Field id="invite-name" name="name" label="Their name" required maxLength={120} autoComplete="off" />
      <Field
        id="invite-email"
        name="email"
        label="Their e-mail address"
        type="email"
        required
        maxLength={254}
      />
      <Field
        id="invite-until"
        name="expiresOn"
        label="Last day the link opens"
        type="date"
        required
        defaultValue={lastDay}
      />
      {problem === null ? null : (
        <p className="field-message" role="alert">
          {problem.detail}
        </p>
      )}
      <Button type="submit" disabled={isPending}>
        Make the link
      </Button>
      <Button look="secondary" onClick={() => setState('left')}>
        Leave it
      </Button>
    </form>
  )
}

function InvitationLink({ link, until, onDone }: { link: string; until: string; onDone: () => void }) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    box.current?.focus()
    box.current?.select()
  }, [])
  return (
    <div className="invitation" role="status">
      <p>
        Send them this link. It opens this section alone, once, until {formatDate(until)}. It is not shown
        again.
      </p>
      <label htmlFor="invitation-link">Link</label>
      <input id="invitation-link" ref={box} readOnly value={link} />
      <Button look="secondary" onClick={onDone}>
        Done
      </Button>
    </div>
  )
}

function useInvite(id: string, section: Section) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (given: Given) =>
      (await inviteToReturn({ path: { id }, body: { section, ...given }, throwOnError: true })).data,
    onSuccess: () => queries.invalidateQueries({ queryKey: returnQuery(id).queryKey }),
  })
}
