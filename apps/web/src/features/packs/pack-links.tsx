import { Link } from 'react-router'
import { packPath, packPdfPath } from '#lib/paths.ts'

type PackLinksProps = {
  heading: string
  choice: { council: string; year: string; partnership?: string; rating?: string }
}

/** One press to what scrutiny takes to a meeting. */
export function PackLinks({ heading, choice }: PackLinksProps) {
  return (
    <div>
      <h3>{heading}</h3>
      <p>
        <Link to={packPath(choice)}>Build the pack</Link>, to read and print, or{' '}
        <a href={packPdfPath(choice)} download>
          download it as PDF
        </a>
        .
      </p>
    </div>
  )
}
