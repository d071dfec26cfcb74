import { type Notification, readNotification } from '@accord/api-client'
import { formatDate, londonDate } from '@accord/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { returnPath } from '#lib/paths.ts'
import { notificationsQuery, unreadQuery } from '#lib/queries.ts'

/** What a person was told, newest first: each can be opened and marked as read. */
export function NotificationList({ notifications }: { notifications: readonly Notification[] }) {
  const queries = useQueryClient()
  const read = useMutation({
    mutationFn: async (id: string) => (await readNotification({ path: { id }, throwOnError: true })).data,
    onSuccess: () =>
      Promise.all(
        [notificationsQuery(), unreadQuery()].map(({ queryKey }) => queries.invalidateQueries({ queryKey })),
      ),
  })
  if (notifications.length === 0) {
    return <p>No messages yet. Reminders and news of your returns will be listed here.</p>
  }
  return (
    <ul className="notifications">
      {notifications.map((notification) => (
        <li key={notification.id} className={notification.isRead ? undefined : 'unread'}>
          <h2>{notification.subject}</h2>
          <p>{notification.body}</p>
          <p className="small muted">
            {formatDate(londonDate(new Date(notification.createdAt)))}, {mailWords[notification.mailState]}
          </p>
          <p className="notification-actions">
            {notification.returnId === null ? null : (
              <Link to={returnPath(notification.returnId)} onClick={() => read.mutate(notification.id)}>
                Open the return
              </Link>
            )}
            {notification.isRead ? (
              <span className="muted">Read</span>
            ) : (
              <button type="button" className="link-button" onClick={() => read.mutate(notification.id)}>
                Mark as read<span className="visually-hidden">: {notification.subject}</span>
              </button>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

const mailWords: Readonly<Record<Notification['mailState'], string>> = {
  waiting: 'e-mail on its way',
  sent: 'sent by e-mail too',
  listed: 'shown here only',
  failed: 'the e-mail was not taken',
}
