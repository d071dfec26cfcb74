import type { IndicatorDetail } from '@accord/api-client'
import { useNavigate } from 'react-router'
import { indicatorPath, type Place } from '#lib/paths.ts'
import { Choice } from '#ui/choice.tsx'

type SeriesChoiceProps = {
  indicator: IndicatorDetail
  bodies: readonly { id: string; name: string }[]
  place: Place
}

/** Which framework’s targets, and whose figures, where there is a choice. */
export function SeriesChoice({ indicator, bodies, place }: SeriesChoiceProps) {
  const navigate = useNavigate()
  const { id, framework, frameworks, organisation } = indicator
  if (frameworks.length < 2 && bodies.length === 0) return null
  const go = (choice: { framework: string; organisation: string | null }) =>
    void navigate(indicatorPath(id, place, choice), { preventScrollReset: true })
  return (
    <div className="series-choice">
      {frameworks.length < 2 ? null : (
        <Choice
          label="Targets of"
          name="framework"
          value={framework.id}
          options={frameworks.map((each) => ({ value: each.id, label: each.name }))}
          onChoose={(value) => go({ framework: value, organisation: null })}
        />
      )}
      {bodies.length === 0 ? null : (
        <Choice
          label="Figures of"
          name="organisation"
          value={organisation?.id ?? ''}
          options={[
            { value: '', label: 'The whole area' },
            ...bodies.map((body) => ({ value: body.id, label: body.name })),
          ]}
          onChoose={(value) => go({ framework: framework.id, organisation: value === '' ? null : value })}
        />
      )}
    </div>
  )
}
