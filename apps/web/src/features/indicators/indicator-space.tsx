import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'

const recordRows = 10

export function IndicatorSpace() {
  return (
    <div aria-busy="true">
      <div className="page-head">
        <LoadingHeading>Loading the indicator</LoadingHeading>
      </div>
      <div className="indicator-space" aria-hidden="true" />
      <Hairlines count={recordRows} rowHeightPixels={42} />
    </div>
  )
}
