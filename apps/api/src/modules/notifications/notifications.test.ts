import { beforeEach, describe, expect, test } from 'vitest'
import { type Cookie, call } from '#api/testing/call.ts'
import { demonstrationStage } from '#api/testing/demonstration-stage.ts'
import type { Notification, ReminderSetting } from './notifications.schemas.ts'

const stage = demonstrationStage({ forEach: 'test' })

type Page = { items: Notification[]; total: number }

let officer: Cookie
let lead: Cookie

const mine = async (as: Cookie, search = '') =>
  (await call<Page>(stage.api.app, 'GET', `/notifications${search}`, { as })).body

beforeEach(async () => {
  officer = await stage.api.signedInAs('performance@cherwell.example')
  lead = await stage.api.signedInAs('lead@waste.example')
  const all = await call<{ items: { id: string }[] }>(
    stage.api.app,
    'GET',
    '/returns?quarter=2009-10-q2&partnership=waste-partnership',
    { as: officer },
  )
  const chased = await call(stage.api.app, 'POST', `/returns/${all.body.items[0]?.id}/reminder`, {
    as: officer,
  })
  expect(chased.status, JSON.stringify(chased.body)).toBe(200)
})

describe('notifications', () => {
  test('each person sees their own, in words, and whether it was read', async () => {
    const { items } = await mine(lead)
    expect(items).toMatchObject([
      {
        kind: 'chased',
        isRead: false,
        subject: expect.stringContaining('is 3 days late'),
        mailState: 'waiting',
      },
    ])
    expect((await mine(officer)).items).toEqual([])
  })

  test('one that is read is read from then on, and nobody reads another’s', async () => {
    const [first] = (await mine(lead)).items
    const url = `/notifications/${first?.id}/read`
    expect((await call(stage.api.app, 'POST', url, { as: officer })).status).toBe(404)
    const once = await call<Notification>(stage.api.app, 'POST', url, { as: lead })
    const twice = await call<Notification>(stage.api.app, 'POST', url, { as: lead })
    expect(once.body.isRead).toBe(true)
    expect(twice.body.readAt).toBe(once.body.readAt)
    expect((await mine(lead, '?unread=true')).total).toBe(0)
  })
})

describe('reminder settings', () => {
  const settings = async () =>
    (await call<{ settings: ReminderSetting[] }>(stage.api.app, 'GET', '/reminder-settings', { as: officer }))
      .body.settings

  test('every kind is on until someone switches it off, and it says who did', async () => {
    expect((await settings()).every(({ isOn }) => isOn)).toBe(true)
    await call(stage.api.app, 'PUT', '/reminder-settings', {
      as: officer,
      body: { settings: [{ kind: 'ten_days', isOn: false }] },
    })
    expect((await settings()).find(({ kind }) => kind === 'ten_days')).toMatchObject({
      isOn: false,
      changedBy: 'Philippa Dane',
    })
    expect((await settings()).filter(({ isOn }) => !isOn)).toHaveLength(1)
  })
})
