import type { CouncilScrutiny, WorkItem } from '@accord/api-client'
import { formatDate } from '@accord/domain'
import { missingIn, textOf, textOrNull } from '#lib/form-values.ts'
import { messageFor } from '#lib/use-action.ts'
import { Choice } from '#ui/choice.tsx'
import type { SummarisedError } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextBox } from '#ui/text-box.tsx'

export const itemFieldNames = ['title', 'purpose', 'plannedOn', 'meetingId'] as const

export function missingInItem(form: FormData): SummarisedError[] {
  return missingIn(form, {
    title: 'Write what it is',
    purpose: 'Write what it is to find out',
    plannedOn: 'Enter the day it is planned for',
  })
}

export function itemIn(form: FormData) {
  return {
    title: textOf(form, 'title'),
    purpose: textOf(form, 'purpose'),
    plannedOn: textOf(form, 'plannedOn'),
    meetingId: textOrNull(form, 'meetingId'),
  }
}

type WorkItemFieldsProps = {
  item: WorkItem | null
  meetings: CouncilScrutiny['meetings']
  errors: readonly SummarisedError[]
}

export function WorkItemFields({ item, meetings, errors }: WorkItemFieldsProps) {
  return (
    <>
      <Field
        id="title"
        name="title"
        label="What"
        maxLength={200}
        defaultValue={item?.title ?? ''}
        message={messageFor(errors, 'title')}
      />
      <TextBox
        id="purpose"
        name="purpose"
        label="What it is to find out"
        defaultValue={item?.purpose ?? ''}
        message={messageFor(errors, 'purpose')}
      />
      <div className="task-fields">
        <Field
          id="plannedOn"
          name="plannedOn"
          type="date"
          label="Planned for"
          defaultValue={item?.plannedOn ?? ''}
          message={messageFor(errors, 'plannedOn')}
        />
        <div className="field">
          <Choice
            id="meetingId"
            label="Meeting (optional)"
            name="meetingId"
            value={item?.meeting?.id ?? ''}
            options={[
              { value: '', label: 'Not set' },
              ...meetings.map(({ id, heldOn }) => ({ value: id, label: formatDate(heldOn) })),
            ]}
          />
        </div>
      </div>
    </>
  )
}
