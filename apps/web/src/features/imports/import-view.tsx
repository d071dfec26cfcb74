import { Link } from 'react-router'
import { importPath, importsPath } from '#lib/paths.ts'
import { PageHead } from '#ui/page-head.tsx'
import { AbandonButton } from './abandon-button.tsx'
import { CheckedView } from './checked-view.tsx'
import { ColumnsForm } from './columns-form.tsx'
import type { ImportViewProps } from './import-props.ts'
import { ImportSteps, stepOf } from './import-steps.tsx'
import { importHeadline, progressWords, sizeWords, stateWords } from './import-words.ts'
import { LoadedView } from './loaded-view.tsx'

export function ImportView(props: ImportViewProps) {
  const { found, list } = props
  const isMapping = found.allowedActions.includes('map') && list.filterOf('step') === 'columns'
  return (
    <>
      <PageHead
        kicker={
          <>
            <b>Import</b> {found.fileName}, {sizeWords(found.fileSize)}
            {found.sheet === null ? '' : `, sheet ${found.sheet}`}
          </>
        }
        headline={isMapping ? 'Say what the columns are' : importHeadline(found)}
      />
      <ImportSteps current={stepOf(found, isMapping)} />
      <StepView {...props} isMapping={isMapping} />
      {found.allowedActions.includes('abandon') ? <AbandonButton found={found} place={props.place} /> : null}
    </>
  )
}

function StepView({ isMapping, ...props }: ImportViewProps & { isMapping: boolean }) {
  const { found, place } = props
  const { state, failure, progress, id } = found
  if (state === 'mapping' || isMapping) return <ColumnsForm key={found.version} {...props} />
  if (state === 'ready') return <CheckedView {...props} />
  if (state === 'applied' || state === 'undone') return <LoadedView {...props} />
  if (state === 'failed' || state === 'abandoned') {
    return (
      <div className="message-page">
        <p>{failure ?? stateWords[state]}</p>
        <p>
          <Link to={importsPath(place)}>Import another file</Link>
        </p>
      </div>
    )
  }
  return (
    <div className="message-page">
      <p role="status">{progressWords(progress)}</p>
      <p>
        You may leave this page and come back: <Link to={importPath(id, place)}>this address</Link> shows how
        far it is.
      </p>
    </div>
  )
}
