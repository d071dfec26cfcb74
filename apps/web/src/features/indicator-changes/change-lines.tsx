import type { IndicatorChangeLine } from '@accord/api-client'

/** What a change changes: the old, then the new, in words as well as in weight. */
export function ChangeLines({ lines }: { lines: readonly IndicatorChangeLine[] }) {
  return (
    <dl className="change-lines">
      {lines.map(({ name, from, to }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {from === null ? (
              <ins>{to ?? 'Not set'}</ins>
            ) : (
              <>
                From <del>{from}</del> to <ins>{to ?? 'not set'}</ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
