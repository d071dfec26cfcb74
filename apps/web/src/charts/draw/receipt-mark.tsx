import type { ReturnReceipt } from '@accord/api-client'

export type ReceiptKind = ReturnReceipt['kind']

/** Returns have shapes of their own, so that they cannot be read as performance. */
export function ReceiptShape({ kind }: { kind: ReceiptKind }) {
  switch (kind) {
    case 'on_time':
      return <rect className="receipt-in" x=".5" y=".5" width="11" height="11" />
    case 'late':
      return (
        <>
          <rect className="receipt-outline" x="1" y="1" width="10" height="10" />
          <path className="receipt-in" d="M1 11V1L11 11Z" />
        </>
      )
    case 'missing':
      return <rect className="receipt-missing" x="1" y="1" width="10" height="10" />
    case 'not_yet_due':
      return <rect className="receipt-not-due" x="1" y="1" width="10" height="10" />
  }
}

export function ReceiptMark({ kind }: { kind: ReceiptKind }) {
  return (
    <svg className="mark" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <ReceiptShape kind={kind} />
    </svg>
  )
}
