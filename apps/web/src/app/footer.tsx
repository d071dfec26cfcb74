import { Link } from 'react-router'

export function Footer() {
  return (
    <footer className="footer">
      <div className="wrap">
        <p>
          Accord keeps one figure, one owner and one history for each measure.{' '}
          <Link to="/ratings">How ratings are made</Link>{' '}
          <Link to="/accessibility">Accessibility statement</Link>
        </p>
        <p className="muted">
          Rule set 3: amber reaches to 10% from target unless an indicator says otherwise.
        </p>
      </div>
    </footer>
  )
}
