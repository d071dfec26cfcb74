import { Hairlines, LoadingWords } from '#ui/skeleton.tsx'

const recordRows = 10

export function IndicatorSpace() {
  return (
    <div aria-busy="true">
      <div className="page-head">
        <LoadingWords>Loading the indicator</LoadingWords>
      </div>
      <div className="indicator-space" aria-hidden="true" />
      <Hairlines count={recordRows} rowHeightPixels={42} />
    </div>
  )
}
