import { useParams } from 'react-router'
import { OpenInvitation } from '#features/invitations/open-invitation.tsx'

/** Where an invitation’s link leads: someone from outside, who has never seen the service. */
export function InvitationPage() {
  const { token = '' } = useParams()
  return (
    <div className="message-page">
      <title>Answers asked of you – Accord</title>
      <h1>A partnership asks you for some answers</h1>
      <p className="lead">
        This link opens the answers that were handed to you in its quarterly return, and nothing else. It
        works once: have your figures to hand, and finish before you close the browser.
      </p>
      <OpenInvitation token={token} />
    </div>
  )
}
