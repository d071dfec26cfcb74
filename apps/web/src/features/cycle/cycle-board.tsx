import { acceptReturns, type Cycle, chaseReturn, type ReturnSummary } from '@accord/api-client'
import { countOf, formatShortDate } from '@accord/domain'
import { useState } from 'react'
import { Link } from 'react-router'
import { ReceiptMark } from '#charts/draw/receipt-mark.tsx'
import { returnPath } from '#lib/paths.ts'
import { useAction } from '#lib/use-action.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Cell, EmptyRow, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { holdUpWords, isInOrSent, isOutstandingReturn, receiptWords, toldSentence } from './cycle-words.ts'

type CycleBoardProps = {
  cycle: Cycle
  returns: readonly ReturnSummary[]
  extendHref: (id: string) => string
  onSaid: (said: string) => void
}

const columns = 7

/** Every return of the quarter, with what the officer may do to each. */
export function CycleBoard({ cycle, returns, extendHref, onSaid }: CycleBoardProps) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const acceptable = returns.filter(({ allowedActions }) => allowedActions.includes('accept'))
  const chosen = acceptable.filter(({ id }) => ticked.has(id))
  const accept = useAction({
    run: async (rows: readonly ReturnSummary[]) => {
      const body = { returns: rows.map(({ id, version }) => ({ id, version })) }
      return (await acceptReturns({ body, throwOnError: true })).data
    },
    onDone: ({ results }) => {
      setTicked(new Set())
      const refused = results.filter(({ outcome }) => outcome === 'refused')
      const why = refused.map(({ sentence }) => sentence).join(' ')
      onSaid(`${countOf(results.length - refused.length, 'return')} accepted.${why === '' ? '' : ` ${why}`}`)
    },
  })
  const chase = useAction({
    run: async (id: string) => (await chaseReturn({ path: { id }, throwOnError: true })).data,
    onDone: ({ returns: [told] }) => onSaid(toldSentence(told?.people ?? [], told?.toldToday ?? [])),
  })

  function tick(id: string, isTicked: boolean): void {
    const next = new Set(ticked)
    if (isTicked) next.add(id)
    else next.delete(id)
    setTicked(next)
  }

  return (
    <>
      <ErrorSummary heading="There is a problem" errors={[...accept.errors, ...chase.errors]} />
      <Table
        className="record-table stack cycle-board"
        caption={`Returns of ${cycle.quarter.label.toLowerCase()}`}
        head={
          <>
            <HeadCell>Partnership</HeadCell>
            <HeadCell>Accept</HeadCell>
            <HeadCell>State</HeadCell>
            <HeadCell>Received</HeadCell>
            <HeadCell>Waits for</HeadCell>
            <HeadCell>With</HeadCell>
            <HeadCell>You can</HeadCell>
          </>
        }
      >
        {returns.map((summary) => (
          <BoardRow
            key={summary.id}
            summary={summary}
            isTicked={ticked.has(summary.id)}
            onTick={(isTicked) => tick(summary.id, isTicked)}
            chased={cycle.chased.find(({ returnId }) => returnId === summary.id)?.on ?? null}
            mayChase={cycle.allowedActions.includes('chase') && isOutstandingReturn(summary)}
            onChase={() => chase.start(summary.id)}
            extendHref={extendHref(summary.id)}
          />
        ))}
        {returns.length === 0 ? (
          <EmptyRow columns={columns}>
            No return was made for this quarter yet. Open the quarter to make them.
          </EmptyRow>
        ) : null}
      </Table>
      {acceptable.length === 0 ? null : (
        <div className="cycle-accept">
          <Button
            look="secondary"
            onClick={() =>
              setTicked(
                chosen.length === acceptable.length ? new Set() : new Set(acceptable.map(({ id }) => id)),
              )
            }
          >
            {chosen.length === acceptable.length ? 'Untick all' : `Tick all ${acceptable.length} to check`}
          </Button>
          <Button disabled={chosen.length === 0 || accept.isPending} onClick={() => accept.start(chosen)}>
            Accept ticked
          </Button>
          <span>{chosen.length === 0 ? 'Tick the returns to accept.' : `${chosen.length} ticked`}</span>
        </div>
      )}
    </>
  )
}

type BoardRowProps = {
  summary: ReturnSummary
  isTicked: boolean
  onTick: (isTicked: boolean) => void
  chased: string | null
  mayChase: boolean
  onChase: () => void
  extendHref: string
}

function BoardRow({ summary, isTicked, onTick, chased, mayChase, onChase, extendHref }: BoardRowProps) {
  const { id, partnership, stateWord, receipt, extendedTo, allowedActions, state, with: holders } = summary
  const mayAccept = allowedActions.includes('accept')
  const mayRestate = allowedActions.includes('restate')
  const waitsFor = holdUpWords(summary)
  const isOver = state === 'published' || state === 'restated'
  return (
    <Row>
      <RowHead>
        <Link to={returnPath(id, isInOrSent(summary) ? 'sign-off' : null)}>{partnership.name}</Link>
      </RowHead>
      <Cell label="Accept" className={mayAccept ? undefined : 'none'}>
        {mayAccept ? (
          <input
            type="checkbox"
            aria-label={`Accept ${partnership.name}`}
            checked={isTicked}
            onChange={(event) => onTick(event.target.checked)}
          />
        ) : null}
      </Cell>
      <Cell label="State">{stateWord}</Cell>
      <Cell label="Received">
        <span className="receipt">
          <ReceiptMark kind={receipt.kind} />
          <span>{receiptWords(summary)}</span>
        </span>
        {extendedTo === null ? null : (
          <span className="code">More time: until {formatShortDate(extendedTo)}</span>
        )}
      </Cell>
      <Cell label="Waits for" className={waitsFor === '' ? 'none' : undefined}>
        {waitsFor}
      </Cell>
      <Cell label="With" className={isOver ? 'none' : undefined}>
        {isOver ? null : holders.length === 0 ? <span className="muted">Nobody</span> : holders.join(', ')}
      </Cell>
      <Cell label="You can" className={mayChase || mayRestate ? undefined : 'none'}>
        {mayRestate ? (
          <Link to={returnPath(id, 'restate')}>
            Restate<span className="visually-hidden"> {partnership.name}</span>
          </Link>
        ) : null}
        {mayChase ? (
          <span className="cycle-row-actions">
            <button type="button" className="link-button" onClick={onChase}>
              Chase<span className="visually-hidden"> {partnership.name}</span>
            </button>
            <Link to={extendHref} preventScrollReset>
              More time<span className="visually-hidden"> for {partnership.name}</span>
            </Link>
          </span>
        ) : null}
        {chased === null ? null : <span className="code">Chased {formatShortDate(chased)}</span>}
      </Cell>
    </Row>
  )
}
