import { countOf } from '@accord/domain'
import { useQuery } from '@tanstack/react-query'
import { NotificationList } from '#features/notifications/notification-list.tsx'
import { Loaded } from '#lib/loaded.tsx'
import { notificationsQuery } from '#lib/queries.ts'
import { PageHead } from '#ui/page-head.tsx'
import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'
import '../styles/cycle.css'

const rowsShown = 4

export function NotificationsPage() {
  const query = useQuery(notificationsQuery())
  return (
    <>
      <title>Messages – Accord</title>
      <Loaded
        query={query}
        what="Your messages"
        space={
          <>
            <LoadingHeading>Loading your messages</LoadingHeading>
            <Hairlines count={rowsShown} rowHeightPixels={96} />
          </>
        }
      >
        {({ items }) => {
          const unread = items.filter(({ isRead }) => !isRead).length
          return (
            <>
              <PageHead headline={unread === 0 ? 'Messages' : `${countOf(unread, 'message')} to read`} />
              <NotificationList notifications={items} />
            </>
          )
        }}
      </Loaded>
    </>
  )
}
