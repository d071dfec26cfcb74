import { Hairlines, LoadingWords } from '#ui/skeleton.tsx'

const attentionRows = 8
const attentionRowPixels = 84

/** The dashboard’s place while it is on its way: its rules and rows at the heights they will have. */
export function DashboardSpace() {
  return (
    <div aria-busy="true">
      <div className="page-head">
        <div>
          <p className="kicker">
            <b>Quarterly dashboard</b>
          </p>
          <LoadingWords>Loading the dashboard</LoadingWords>
        </div>
      </div>
      <div className="dashboard-space-head" aria-hidden="true" />
      <div className="facts dashboard-space-facts" aria-hidden="true" />
      <section aria-hidden="true">
        <Hairlines count={attentionRows} rowHeightPixels={attentionRowPixels} />
      </section>
    </div>
  )
}
