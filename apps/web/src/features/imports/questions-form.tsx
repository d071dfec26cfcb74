import { answerImport, type Import, type ImportedIndicatorSettings } from '@accord/api-client'
import { countOf } from '@accord/domain'
import { textOf } from '#lib/form-values.ts'
import { useAction } from '#lib/use-action.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Section } from '#ui/section.tsx'
import { IndicatorSettings, settingsIn } from './indicator-settings.tsx'
import { OrganisationTable } from './organisation-table.tsx'
import { ProgressWords } from './progress-words.tsx'
import { QuestionField } from './question-field.tsx'

/** What only a person can say; what the figures suggest is chosen already, and nothing counts before it is sent. */
export function QuestionsForm({ found }: { found: Import }) {
  const { id, version, questions, newIndicators, open } = found
  const organisations = questions.filter(({ code }) => code === 'organisation')
  const others = questions.filter(({ code }) => code !== 'organisation')
  const answer = useAction({
    fields: ['questions'],
    run: async (form: FormData) => {
      const given = questions.flatMap(({ group }) => {
        const chosen = textOf(form, group)
        return chosen === '' ? [] : [[group, chosen]]
      })
      const settings = newIndicators.map(({ code }) => [code, settingsIn(form, code)])
      const body = {
        choices: Object.fromEntries(given) as Record<string, string>,
        indicators: Object.fromEntries(settings) as Record<string, ImportedIndicatorSettings>,
      }
      const headers = { 'If-Match': `"${version}"` }
      return (await answerImport({ path: { id }, body, headers, throwOnError: true })).data
    },
    onDone: () => window.scrollTo({ top: 0 }),
  })
  return (
    <Section
      heading={open === 0 ? 'Every question is answered' : `${countOf(open, 'question')} to answer`}
      note="What the figures suggest is chosen. Nothing counts before you save it."
    >
      <form
        id="questions"
        tabIndex={-1}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!answer.isPending) answer.start(new FormData(event.currentTarget))
        }}
      >
        <ErrorSummary heading="There is a problem" errors={answer.errors} />
        {others.map((question) => (
          <QuestionField key={question.group} question={question} importId={id} />
        ))}
        {newIndicators.length === 0 ? null : <IndicatorSettings indicators={newIndicators} />}
        {organisations.length === 0 ? null : <OrganisationTable questions={organisations} />}
        <div className="upload-actions">
          <Button type="submit" aria-disabled={answer.isPending}>
            Save the answers
          </Button>
          <ProgressWords id={id} isPending={answer.isPending} waiting="Checking again …" />
        </div>
      </form>
    </Section>
  )
}
