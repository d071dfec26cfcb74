const dots = [5, 18, 31, 44]

/** Value for money is a scale of four, not a status, so it takes no status colour. Not assessed is the dash. */
export function RatingDots({ rating }: { rating: number | null }) {
  return (
    <svg className="mark" width="50" height="12" viewBox="0 0 50 12" aria-hidden="true">
      {rating === null ? (
        <rect className="mark-not-rated" x="1" y="4.9" width="10" height="2.2" />
      ) : (
        dots.map((x, index) => (
          <circle key={x} className={index < rating ? 'dot-full' : 'dot-empty'} cx={x} cy="6" r="4.5" />
        ))
      )}
    </svg>
  )
}
