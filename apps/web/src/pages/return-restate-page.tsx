import { RestateView } from '#features/returns/restate-view.tsx'
import '../styles/restate.css'

export function ReturnRestatePage() {
  return <RestateView />
}
