import { AnswerBox } from './answer-box.tsx'
import { useRoom } from './draft-context.tsx'
import { NeedsAWord } from './needs-a-word.tsx'
import { groupDigits } from './return-words.ts'
import { SectionHead } from './section-head.tsx'

const boxes = [
  { field: 'memberHours', label: 'Hours that members gave', suffix: 'hours', unit: '' },
  { field: 'officerHours', label: 'Hours that officers gave', suffix: 'hours', unit: '' },
  { field: 'funding', label: 'Pounds spent', suffix: '', unit: '£' },
] as const

/** What the partnership cost this quarter. */
export function ResourcesSection() {
  const { model } = useRoom()
  const { lastResources } = model.quarterlyReturn
  return (
    <>
      <NeedsAWord section="resources" />
      <SectionHead
        section="resources"
        note="What the partnership took this quarter. Enter 0 where there was none."
      />
      <div className="resource-boxes">
        {boxes.map(({ field, label, suffix, unit }) => {
          const last = lastResources?.[field] ?? null
          return (
            <AnswerBox
              key={field}
              cell={`resources/${field}`}
              label={label}
              suffix={suffix}
              inputMode="decimal"
              display={groupDigits}
              hint={
                <span className="small muted">
                  {last === null
                    ? 'Nothing was given last quarter'
                    : `Last quarter ${unit}${groupDigits(last)}`}
                </span>
              }
            />
          )
        })}
      </div>
    </>
  )
}
