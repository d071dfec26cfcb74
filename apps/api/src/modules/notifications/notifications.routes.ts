import { matchesFlag, sendList } from '#api/listing.ts'
import { type App, contextOf, LIST_FORMATS, problemsOf, type Services } from '#api/route.ts'
import {
  Notification,
  NotificationPage,
  notificationParameters,
  notificationsQuery,
  ReminderSettings,
  reminderSettingsBody,
} from './notifications.schemas.ts'
import {
  changeReminderSettings,
  listNotifications,
  listReminderSettings,
  readNotification,
} from './notifications.service.ts'

const tags = ['notifications']

function settingRoutes(app: App, services: Services): void {
  app.route({
    method: 'GET',
    url: '/reminder-settings',
    config: { access: 'cycle:manage' },
    schema: {
      tags,
      operationId: 'listReminderSettings',
      summary: 'The kinds of reminder, and which are switched off',
      response: { 200: ReminderSettings, ...problemsOf(401, 403, 503) },
    },
    handler: async (request) => ({ settings: await listReminderSettings(contextOf(request, services)) }),
  })

  app.route({
    method: 'PUT',
    url: '/reminder-settings',
    config: { access: 'cycle:manage' },
    schema: {
      tags,
      operationId: 'changeReminderSettings',
      summary: 'Switch kinds of reminder on or off; a kind left out stays as it is',
      body: reminderSettingsBody,
      response: { 200: ReminderSettings, ...problemsOf(401, 403, 422, 503) },
    },
    handler: async (request) => ({
      settings: await changeReminderSettings(contextOf(request, services), request.body.settings),
    }),
  })
}

export async function notificationRoutes(app: App, services: Services): Promise<void> {
  app.route({
    method: 'GET',
    url: '/notifications',
    config: { access: 'session:read' },
    schema: {
      tags,
      operationId: 'listNotifications',
      summary: 'What the reader was told, newest first',
      produces: LIST_FORMATS,
      querystring: notificationsQuery,
      response: { 200: NotificationPage, ...problemsOf(401, 422, 503) },
    },
    handler: async (request, reply) => {
      const rows = await listNotifications(contextOf(request, services))
      return sendList({
        request,
        reply,
        query: request.query,
        rows: rows.filter(({ isRead }) => matchesFlag(request.query.unread, !isRead)),
        sorts: {},
        columns: [
          { header: 'sent at', value: (row) => row.createdAt },
          { header: 'subject', value: (row) => row.subject },
          { header: 'text', value: (row) => row.body },
          { header: 'read', value: (row) => row.isRead },
          { header: 'mail', value: (row) => row.mailState },
        ],
        fileName: 'notifications',
      })
    },
  })

  app.route({
    method: 'POST',
    url: '/notifications/:id/read',
    config: { access: 'session:read' },
    schema: {
      tags,
      operationId: 'readNotification',
      summary: 'Mark one as read',
      params: notificationParameters,
      response: { 200: Notification, ...problemsOf(401, 404, 422, 503) },
    },
    handler: async (request) => readNotification(contextOf(request, services), request.params.id),
  })

  settingRoutes(app, services)
}
