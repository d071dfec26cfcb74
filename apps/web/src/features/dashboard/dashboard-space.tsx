import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'

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
          <LoadingHeading>Loading the dashboard</LoadingHeading>
        </div>
      </div>
      <div className="dashboard-space-head" aria-hidden="true" />
      <div className="facts dashboard-space-facts">
        {['Now', 'Year end', 'Reward', 'Returns'].map((fact) => (
          <div key={fact} className="fact">
            <h2>{fact}</h2>
          </div>
        ))}
      </div>
      <section>
        <div className="section-head">
          <h2>Needs attention</h2>
        </div>
        <Hairlines count={attentionRows} rowHeightPixels={attentionRowPixels} />
      </section>
    </div>
  )
}
