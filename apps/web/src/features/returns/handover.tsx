import {
  assignReturnSection,
  type QuarterlyReturn,
  type ReturnSectionState,
  withdrawReturnAssignment,
} from '@accord/api-client'
import { returnSections, sectionTitle } from '@accord/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { problemOf } from '#lib/problem.ts'
import { returnQuery } from '#lib/queries.ts'
import { Button } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { focusFirstField, focusNow } from './arrival-focus.ts'
import { useRoom } from './draft-context.tsx'
import { InvitePartner } from './invite-partner.tsx'

type Section = ReturnSectionState['section']

/** The lead may change every section; whoever was handed one may not hand it on. */
function isLeadOf({ editable, colleagues }: QuarterlyReturn): boolean {
  return colleagues.length > 0 && returnSections.every(({ section }) => editable.includes(`${section}/`))
}

/** Who has the section, and for the lead the way to hand it over or take it back. */
export function Handover({ section }: { section: Section }) {
  const { model } = useRoom()
  const { quarterlyReturn } = model
  const here = quarterlyReturn.assignments.filter((one) => one.section === section)
  const isLead = isLeadOf(quarterlyReturn)
  const { assign, withdraw, problem } = useHandover(quarterlyReturn.id)
  const [state, setState] = useState<'shut' | 'open' | 'left'>('shut')
  const isOpen = state === 'open'
  const title = sectionTitle(section).toLowerCase()
  const others = quarterlyReturn.colleagues.filter(({ name }) => !here.some(({ to }) => to === name))
  if (here.length === 0 && !isLead) return null

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const personId = String(new FormData(event.currentTarget).get('person') ?? '')
    assign.mutate({ section, personId }, { onSuccess: () => setState('left') })
  }

  return (
    <div className="handover">
      {here.map(({ id, to, cells }) => (
        <p key={id}>
          {cells === null ? 'With' : 'Some answers with'} <b>{to}</b>.{' '}
          {isLead ? (
            <button type="button" className="link-button" onClick={() => withdraw.mutate(id)}>
              Take it back <span className="visually-hidden">from {to}</span>
            </button>
          ) : null}
        </p>
      ))}
      {isLead && others.length > 0 && !isOpen ? (
        <p>
          <button
            type="button"
            className="link-button"
            ref={state === 'left' ? focusNow : undefined}
            onClick={() => setState('open')}
          >
            Hand this section to a colleague
          </button>
        </p>
      ) : null}
      {isOpen ? (
        <form ref={focusFirstField} onSubmit={onSubmit}>
          <Choice
            label={`Who fills in ${title}`}
            name="person"
            value={others[0]?.id ?? ''}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button type="submit">Hand over</Button>
          <Button look="secondary" onClick={() => setState('left')}>
            Keep it
          </Button>
        </form>
      ) : null}
      {isLead ? (
        <InvitePartner
          returnId={quarterlyReturn.id}
          section={section}
          lastDay={quarterlyReturn.quarter.closesOn}
        />
      ) : null}
      {problem === null ? null : (
        <p className="field-message" role="alert">
          {problem.detail}
        </p>
      )}
    </div>
  )
}

function useHandover(id: string) {
  const queries = useQueryClient()
  const onSuccess = (now: QuarterlyReturn) => queries.setQueryData(returnQuery(id).queryKey, now)
  const assign = useMutation({
    mutationFn: async (body: { section: Section; personId: string }) =>
      (await assignReturnSection({ path: { id }, body, throwOnError: true })).data,
    onSuccess,
  })
  const withdraw = useMutation({
    mutationFn: async (assignment: string) =>
      (await withdrawReturnAssignment({ path: { id, assignment }, throwOnError: true })).data,
    onSuccess,
  })
  const error = assign.error ?? withdraw.error
  return { assign, withdraw, problem: error === null ? null : problemOf(error) }
}
