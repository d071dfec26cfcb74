import { StatusWord } from '#charts/status-word.tsx'
import { FactList } from '#ui/fact-list.tsx'

export function RatingsPage() {
  return (
    <div className="message-page">
      <title>How ratings are made – Accord</title>
      <h1>How ratings are made</h1>
      <p>
        Each figure is held against the target of its own period. The gap is the distance from target, as a
        share of the target, counted in the direction that is better for that indicator. The sums are done in
        exact decimals on the figures as reported.
      </p>
      <FactList
        facts={[
          { name: 'On target', value: <Rule status="on_target">At the target or better.</Rule> },
          {
            name: 'Near target',
            value: (
              <Rule status="near_target">
                Short of it by no more than 10%, unless the indicator says otherwise.
              </Rule>
            ),
          },
          { name: 'Off target', value: <Rule status="off_target">Short of it by more than that.</Rule> },
          {
            name: 'Not rated',
            value: (
              <Rule status="not_rated">
                No target, awaiting data, not due this quarter, data only, or withheld. Never counted as good
                or bad.
              </Rule>
            ),
          },
        ]}
      />
      <h2>Two statuses</h2>
      <p>
        Now is this quarter’s figure against this quarter’s target. Year end is the forecast for 31 March
        against the year’s target. They are never merged, and statuses are counted, never averaged.
      </p>
      <h2>Forecasts</h2>
      <p>
        Counts that build up through the year follow last year’s pattern where there is one; other measures
        carry on from their last value with their drift. The ranges come from how far such forecasts of the
        same series missed before. Under four quarters of figures there is no forecast.
      </p>
      <h2>Signal or noise</h2>
      <p>
        From 13 figures on, limits show how far an indicator moves by itself: the mean, and 2.66 times the
        mean change from quarter to quarter on either side. A figure outside them, six in a row on one side of
        the mean, six rising or falling, or two of three near a limit are a special cause: an improvement, a
        concern, or neither where no way is better. Limits begin anew only at a quarter that somebody marked,
        with the reason.
      </p>
      <h2>Who changes a target or a tolerance</h2>
      <p>
        One person proposes a change with its reason and sees what it would do to past statuses; another
        approves it. Each change is kept. A quarter that was published keeps what was published.
      </p>
      <h2>Reward</h2>
      <p>
        A stretch target pays nothing under 60% of its stretch. From there it pays its share in proportion, up
        to all of it.
      </p>
      <h2>Value for money</h2>
      <p>
        Poor, fair, good or excellent: a person’s judgement, signed and with a reason, never an average of
        other figures.
      </p>
    </div>
  )
}

function Rule({
  status,
  children,
}: {
  status: Parameters<typeof StatusWord>[0]['status']
  children: string
}) {
  return (
    <>
      <StatusWord status={status} />: {children}
    </>
  )
}
