import { reminderKinds } from '@accord/domain'
import { z } from 'zod'
import { pageOf, pageQuery } from '#wire/page.ts'
import { Instant } from '#wire/primitives.ts'

export const Notification = z
  .object({
    id: z.uuid(),
    kind: z.string().meta({ example: 'three_days' }),
    subject: z.string(),
    body: z.string(),
    returnId: z.uuid().nullable(),
    createdAt: Instant,
    isRead: z.boolean(),
    readAt: Instant.nullable(),
    mailState: z.enum(['waiting', 'sent', 'listed', 'failed']).meta({
      description: 'listed: no mail server is set, so it stands here only',
    }),
  })
  .meta({ id: 'Notification', description: 'What a person was told, on screen and by mail' })

export type Notification = z.output<typeof Notification>

export const NotificationPage = pageOf(Notification, 'NotificationPage')

export const notificationsQuery = z.strictObject({
  ...pageQuery,
  unread: z.enum(['true', 'false']).optional().meta({ description: 'Only those not yet read' }),
})

export const notificationParameters = z.strictObject({ id: z.uuid() })

export const ReminderKindName = z
  .enum(reminderKinds as [(typeof reminderKinds)[number], ...(typeof reminderKinds)[number][]])
  .meta({ id: 'ReminderKind' })

export const ReminderSetting = z
  .object({
    kind: ReminderKindName,
    label: z.string().meta({ example: 'Every week while it is late' }),
    isOn: z.boolean(),
    changedBy: z.string().nullable(),
    changedAt: Instant.nullable(),
  })
  .meta({ id: 'ReminderSetting' })

export type ReminderSetting = z.output<typeof ReminderSetting>

export const ReminderSettings = z
  .object({ settings: z.array(ReminderSetting) })
  .meta({ id: 'ReminderSettings' })

export const reminderSettingsBody = z.strictObject({
  settings: z
    .array(z.strictObject({ kind: ReminderKindName, isOn: z.boolean() }))
    .min(1)
    .max(reminderKinds.length),
})
