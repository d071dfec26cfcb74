import { formatMediumDate } from '@accord/domain'
import { AnswerBox } from './answer-box.tsx'
import { useRoom } from './draft-context.tsx'
import { NeedsAWord } from './needs-a-word.tsx'
import { SectionHead } from './section-head.tsx'

/** What members have asked: answered in this return, and open until then. */
export function QuestionsSection() {
  const { model } = useRoom()
  const { questions } = model.quarterlyReturn
  return (
    <>
      <NeedsAWord section="questions" />
      <SectionHead section="questions" note="Each is answered to the member who asked, and to the public." />
      {questions.length === 0 ? <p>No member has asked anything. There is nothing to do here.</p> : null}
      {questions.map(({ id, text, askedBy, askedOn, answerDueOn }) => (
        <article className="record record-wide" key={id}>
          <div>
            <h3>{text}</h3>
            <p className="small muted">
              {askedBy}, {formatMediumDate(askedOn)}. Answer due {formatMediumDate(answerDueOn)}.
            </p>
          </div>
          <div>
            <AnswerBox cell={`questions/${id}/answer`} label="Answer" about={text} rows={4} />
          </div>
        </article>
      ))}
    </>
  )
}
