import { indicatorCell } from '@accord/domain'
import { AnswerBox } from './answer-box.tsx'
import { StartFrom } from './start-from.tsx'

type RowCommentaryProps = { slug: string; code: string; before: string | null; isCopied: boolean }

/** What the figure means, with last quarter’s words to start from. */
export function RowCommentary({ slug, code, before, isCopied }: RowCommentaryProps) {
  const cell = indicatorCell(slug, 'commentary')
  return (
    <div className="row-commentary">
      <AnswerBox cell={cell} label="Commentary" about={code} rows={2} withSaving={false}>
        <StartFrom cell={cell} before={before} isCopied={isCopied} about={code} />
      </AnswerBox>
    </div>
  )
}
