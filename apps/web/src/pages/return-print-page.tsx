import { useSearchParams } from 'react-router'
import { PrintView } from '#features/returns/print-view.tsx'

export function ReturnPrintPage() {
  const [search] = useSearchParams()
  return <PrintView values={search.get('values') !== 'no'} />
}
