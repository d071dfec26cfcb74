import { formatMediumDate, isOverdue } from '@accord/domain'
import { AnswerBox } from './answer-box.tsx'
import { useRoom } from './draft-context.tsx'
import { NeedsAWord } from './needs-a-word.tsx'
import { dateInWords } from './return-words.ts'
import { SectionHead } from './section-head.tsx'
import { StartFrom } from './start-from.tsx'

/** What was promised, and how far each of it has come. */
export function ActionsSection() {
  const { model } = useRoom()
  const { actions, today } = model.quarterlyReturn
  return (
    <>
      <NeedsAWord section="actions" />
      <SectionHead section="actions" note="Say how far each has come, or when it was completed." />
      {actions.length === 0 ? <p>There are no open actions. There is nothing to do here.</p> : null}
      {actions.map(({ id, action, outcome, measure, owner, dueOn, progress }) => (
        <article className="record" key={id}>
          <div>
            <h3>{action}</h3>
            <p className="small muted">
              {outcome}. Measure of success: {measure}.
            </p>
            <p className="small">
              {owner ?? 'No owner named'}, by {formatMediumDate(dueOn)}
              {isOverdue({ dueOn, completedOn: null }, today) ? <b>, overdue</b> : null}
            </p>
          </div>
          <div>
            <AnswerBox cell={`actions/${id}/progress`} label="Progress" about={action} rows={3}>
              <StartFrom cell={`actions/${id}/progress`} before={progress} isCopied={false} about={action} />
            </AnswerBox>
          </div>
          <div>
            <AnswerBox
              cell={`actions/${id}/completed`}
              label="Completed on"
              display={dateInWords}
              about={action}
              hint={<span className="small muted">if it is, such as 18 Sep 2009</span>}
            />
          </div>
        </article>
      ))}
    </>
  )
}
