import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './dates.ts'
import type { ReminderCalendar, ReminderKind, TimedReminder } from './reminders.ts'
import {
  isOutstanding,
  memberNotices,
  noticeOf,
  reminderDays,
  reminderKinds,
  remindersDue,
  returnNotices,
  timedReminders,
} from './reminders.ts'
import { returnActions } from './return-life.ts'
import { returnStates } from './returns.ts'
import { isWorkingDay } from './working-days.ts'

const autumn: ReminderCalendar = {
  opensOn: '2009-10-01',
  openedOn: '2009-10-01',
  dueOn: '2009-10-16',
  closesOn: '2009-10-23',
  holidays: new Set(),
}
const nothingOff: ReadonlySet<ReminderKind> = new Set()

function days(more: Partial<ReminderCalendar> = {}) {
  return reminderDays({ ...autumn, ...more }).map(({ kind, on }) => `${on} ${kind}`)
}

/** What is sent on each day of a walk through the quarter, as a job that runs once a day sends it. */
function walk(
  calendar: ReminderCalendar,
  more: { submittedOn?: string; switchedOff?: ReadonlySet<ReminderKind> } = {},
) {
  const sent: { kind: TimedReminder; on: string }[] = []
  const { submittedOn = '9999-12-31', switchedOff = nothingOff } = more
  const last = addDays(calendar.closesOn, 30)
  for (let today = addDays(calendar.opensOn, -10); today <= last; today = addDays(today, 1)) {
    const isWaiting = today < submittedOn
    for (const kind of remindersDue({ ...calendar, today, isOutstanding: isWaiting, switchedOff })) {
      sent.push({ kind, on: today })
    }
  }
  return sent
}

describe('the reminders of a quarter', () => {
  test('come at opening, 10 and 3 working days before, on the day, and weekly while it is late', () => {
    expect(days()).toEqual([
      '2009-10-01 opened',
      '2009-10-02 ten_days',
      '2009-10-13 three_days',
      '2009-10-16 due_today',
      '2009-10-23 late_weekly',
    ])
    expect(days({ closesOn: '2009-11-06' }).slice(4)).toEqual([
      '2009-10-23 late_weekly',
      '2009-10-30 late_weekly',
      '2009-11-06 late_weekly',
    ])
  })

  test('move from weekends and bank holidays to the next working day', () => {
    const holidays = new Set(['2009-12-25', '2009-12-28', '2010-01-01'])
    expect(
      days({
        holidays,
        opensOn: '2009-11-28',
        openedOn: '2009-11-28',
        dueOn: '2009-12-18',
        closesOn: '2010-01-08',
      }),
    ).toEqual([
      '2009-11-30 opened',
      '2009-12-04 ten_days',
      '2009-12-15 three_days',
      '2009-12-18 due_today',
      '2009-12-29 late_weekly',
      '2010-01-04 late_weekly',
      '2010-01-08 late_weekly',
    ])
    expect(days({ dueOn: '2009-10-18', closesOn: '2009-10-24' })).toContain('2009-10-19 due_today')
  })

  test('leave out what would come before the opening or with it: the opening names the due date', () => {
    const holidays = new Set(['2010-01-01'])
    expect(
      days({
        holidays,
        opensOn: '2010-01-01',
        openedOn: '2010-01-01',
        dueOn: '2010-01-15',
        closesOn: '2010-01-22',
      }),
    ).toEqual([
      '2010-01-04 opened',
      '2010-01-12 three_days',
      '2010-01-15 due_today',
      '2010-01-22 late_weekly',
    ])
  })

  test('begin when the return came to be, where that was later, and never where it has not', () => {
    expect(days({ openedOn: '2009-10-05' }).slice(0, 2)).toEqual([
      '2009-10-05 opened',
      '2009-10-13 three_days',
    ])
    expect(days({ openedOn: '2009-09-28' })).toEqual(days())
    expect(days({ openedOn: null })).toEqual([])
    expect(days({ openedOn: '2009-10-16' })).toEqual(['2009-10-16 opened', '2009-10-23 late_weekly'])
  })

  test('end when the return closes', () => {
    expect(days({ closesOn: '2009-10-22' }).at(-1)).toBe('2009-10-16 due_today')
    expect(days({ closesOn: '2009-10-23', holidays: new Set(['2009-10-23']) }).at(-1)).toBe(
      '2009-10-16 due_today',
    )
  })
})

describe('today', () => {
  const due = (today: string, more: Partial<Parameters<typeof remindersDue>[0]> = {}) =>
    remindersDue({ ...autumn, today, isOutstanding: true, switchedOff: nothingOff, ...more })

  test('nobody is reminded of a return that is not outstanding', () => {
    expect(due('2009-10-16')).toEqual(['due_today'])
    expect(due('2009-10-16', { isOutstanding: false })).toEqual([])
  })

  test('each kind can be switched off, and takes no other with it', () => {
    for (const kind of timedReminders) {
      const kinds = walk(autumn, { switchedOff: new Set([kind]) }).map((sent) => sent.kind)
      expect(kinds).toEqual(timedReminders.filter((other) => other !== kind))
    }
  })

  test('a day without a reminder has none', () => expect(due('2009-10-14')).toEqual([]))
})

describe('over a whole quarter, day by day', () => {
  const calendar = fc
    .record({
      opens: fc.integer({ min: 0, max: 1400 }),
      window: fc.integer({ min: 30, max: 60 }),
      grace: fc.integer({ min: 10, max: 40 }),
      free: fc.array(fc.integer({ min: 0, max: 110 }), { maxLength: 5 }),
    })
    .map(({ opens, window, grace, free }): ReminderCalendar => {
      const opensOn = addDays('2006-04-01', opens)
      const dueOn = addDays(opensOn, window)
      const holidays = new Set(free.map((day) => addDays(opensOn, day)))
      return { opensOn, openedOn: opensOn, dueOn, closesOn: addDays(dueOn, grace), holidays }
    })

  test('each kind falls on exactly one day, and late reminders once a week', () => {
    fc.assert(
      fc.property(calendar, (quarter) => {
        const sent = walk(quarter)
        for (const kind of ['opened', 'ten_days', 'three_days', 'due_today'] as const) {
          expect(sent.filter((day) => day.kind === kind).length, kind).toBe(1)
        }
        const late = sent.filter(({ kind }) => kind === 'late_weekly')
        const weeks: string[] = []
        for (let on = addDays(quarter.dueOn, 7); on <= quarter.closesOn; on = addDays(on, 7)) weeks.push(on)
        const moved = weeks.filter((_, place) => place < late.length)
        expect(late.length).toBeGreaterThanOrEqual(weeks.length - 1)
        moved.forEach((on, place) => {
          expect((late[place]?.on ?? '') >= on).toBe(true)
        })
        expect(new Set(sent.map(({ on }) => on)).size).toBe(sent.length)
      }),
    )
  })

  test('none falls on a weekend or a bank holiday, before the opening or after closing', () => {
    fc.assert(
      fc.property(calendar, (quarter) => {
        for (const { on } of walk(quarter)) {
          expect(isWorkingDay(on, quarter.holidays)).toBe(true)
          expect(on >= quarter.opensOn && on <= quarter.closesOn).toBe(true)
        }
      }),
    )
  })

  test('nobody who has submitted is reminded again', () => {
    fc.assert(
      fc.property(calendar, fc.nat(90), (quarter, after) => {
        const submittedOn = addDays(quarter.opensOn, after)
        const sent = walk(quarter, { submittedOn })
        expect(sent.every(({ on }) => on < submittedOn)).toBe(true)
        expect(sent).toEqual(walk(quarter).filter(({ on }) => on < submittedOn))
      }),
    )
  })
})

test('a return is outstanding while it is the partnership’s turn', () => {
  expect(returnStates.filter(isOutstanding)).toEqual([
    'not_started',
    'in_progress',
    'awaiting_sign_off',
    'changes_requested',
  ])
})

test('each move tells people what it means to them, and some tell nobody', () => {
  expect(returnActions.map((action) => `${action}: ${noticeOf(action)}`)).toEqual([
    'start: null',
    'send_for_sign_off: sent_for_sign_off',
    'decline: declined',
    'sign_off: submitted',
    'send_back: sent_back',
    'accept: accepted',
    'reopen: sent_back',
    'publish: null',
    'restate: null',
  ])
})

test('every kind is either timed or told', () => {
  expect(reminderKinds).toEqual([...timedReminders, ...returnNotices, ...memberNotices])
  expect(new Set(reminderKinds).size).toBe(12)
})
