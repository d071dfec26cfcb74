import { CheckView } from '#features/returns/check-view.tsx'

export function ReturnCheckPage() {
  return <CheckView />
}
