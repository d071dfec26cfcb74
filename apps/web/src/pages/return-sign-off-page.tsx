import { SignOffView } from '#features/returns/sign-off-view.tsx'

export function ReturnSignOffPage() {
  return <SignOffView />
}
