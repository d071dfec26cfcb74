import { describe, expect, test } from 'vitest'
import type { ReminderContext } from './reminder-words.ts'
import { reminderLabel, reminderWords } from './reminder-words.ts'
import type { ReminderKind } from './reminders.ts'
import { reminderKinds } from './reminders.ts'
import { secondQuarter } from './return-under-check.fixture.ts'

function words(kind: ReminderKind, more: Partial<ReminderContext> = {}) {
  return reminderWords({
    kind,
    partnership: 'Oxfordshire Waste Partnership',
    quarterIndex: secondQuarter,
    dueOn: '2009-10-16',
    closesOn: '2009-10-23',
    today: '2009-10-16',
    holidays: new Set(),
    ...more,
  })
}

describe('a timed reminder', () => {
  test('names the partnership, the quarter and the day', () => {
    expect(words('opened', { today: '2009-10-01' })).toEqual({
      subject: 'Quarter 2 return is open: Oxfordshire Waste Partnership',
      sentence:
        'The return of Oxfordshire Waste Partnership for quarter 2 2009/10 is open. It is due on Friday 16 October 2009.',
    })
  })

  test('counts the working days that are left', () => {
    expect(words('ten_days', { today: '2009-10-02' }).subject).toBe(
      'Quarter 2 return is due in 10 working days: Oxfordshire Waste Partnership',
    )
    expect(words('three_days', { today: '2009-10-13' }).sentence).toBe(
      'The return of Oxfordshire Waste Partnership for quarter 2 2009/10 is due on Friday 16 October 2009, in 3 working days. Complete it and send it for sign-off.',
    )
  })

  test('says due today on the day, and late where the day was moved', () => {
    expect(words('due_today').sentence).toBe(
      'The return of Oxfordshire Waste Partnership for quarter 2 2009/10 is due today. Send it for sign-off today.',
    )
    expect(words('due_today', { dueOn: '2009-10-18', today: '2009-10-19' })).toEqual({
      subject: 'Quarter 2 return is 1 day late: Oxfordshire Waste Partnership',
      sentence:
        'The return of Oxfordshire Waste Partnership for quarter 2 2009/10 was due on Sunday 18 October 2009 and is 1 day late. It can be sent until Friday 23 October 2009.',
    })
  })

  test('says how late a late one is, and when it can last be sent', () => {
    expect(words('late_weekly', { today: '2009-10-23' }).sentence).toBe(
      'The return of Oxfordshire Waste Partnership for quarter 2 2009/10 was due on Friday 16 October 2009 and is 7 days late. It can be sent today for the last time.',
    )
  })
})

describe('a notice', () => {
  test('says who, and the reason where one was given', () => {
    expect(words('sent_back', { by: 'Tom Ashdown', reason: 'NI 191 is last year’s.' })).toEqual({
      subject: 'Quarter 2 return needs changes: Oxfordshire Waste Partnership',
      sentence:
        'The return of Oxfordshire Waste Partnership for quarter 2 2009/10 was sent back by Tom Ashdown. Change what is asked and send it again. The reason: “NI 191 is last year’s.”',
    })
    expect(words('declined', { reason: 'See NI 20' }).sentence).toContain(
      'was declined and can be changed again. The reason: “See NI 20”',
    )
  })

  test('says what was handed over, and by when', () => {
    expect(words('assigned', { what: 'Narrative', by: 'Daniel Okafor' }).sentence).toBe(
      'Narrative of the return of Oxfordshire Waste Partnership was handed to you by Daniel Okafor. Complete it by Friday 16 October 2009.',
    )
  })
})

test('every kind has a label, a subject of one line and a sentence, whatever is known', () => {
  expect(new Set(reminderKinds.map(reminderLabel)).size).toBe(reminderKinds.length)
  for (const kind of reminderKinds) {
    for (const more of [{}, { by: ' ', reason: '\n', what: null }, { partnership: 'Two\nlines' }]) {
      const { subject, sentence } = words(kind, more)
      expect(subject, kind).toMatch(/^Quarter 2 return .+: [^\n]+$/)
      expect(sentence, kind).toMatch(/^.+\.$/)
      expect(sentence, kind).not.toMatch(/null|undefined| {2}|“”/)
    }
  }
})
