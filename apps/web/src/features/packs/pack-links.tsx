import { Link } from 'react-router'
import { packPath, packPdfPath } from '#lib/paths.ts'

type PackLinksProps = {
  choice: { council: string; year: string; partnership?: string; rating?: string }
}

/** One press to what scrutiny takes to a meeting. */
export function PackLinks({ choice }: PackLinksProps) {
  return (
    <p>
      <Link to={packPath(choice)}>Build the pack</Link>, to read and print, or{' '}
      <a href={packPdfPath(choice)} download>
        download it as PDF
      </a>
      .
    </p>
  )
}
