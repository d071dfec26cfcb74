import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

describe('readConfig', () => {
  test('without any setting it is a demonstration on 19 October 2009, on port 3000 of this machine only', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      dataDirectory: resolve('data'),
      mode: 'demonstration',
      today: '2009-10-19',
      smtpUrl: null,
      mailFrom: 'Accord <accord@localhost>',
      publicUrl: null,
      logLevel: 'warn',
    })
  })

  test('an empty variable counts as one that is not set', () => {
    expect(readConfig({ PORT: '', ACCORD_TODAY: '' })).toMatchObject({ port: 3000, today: '2009-10-19' })
  })

  test('live mode lives on the real day', () => {
    expect(readConfig({ ACCORD_MODE: 'live' })).toMatchObject({ mode: 'live', today: null })
  })

  test('live mode refuses a pretended day', () => {
    expect(() => readConfig({ ACCORD_MODE: 'live', ACCORD_TODAY: '2009-10-19' })).toThrow(
      /ACCORD_TODAY is for demonstration mode only/,
    )
  })

  test.each([
    ['PORT', 'eighty', /PORT must be a number/],
    ['DATABASE_URL', 'mysql://x', /DATABASE_URL must start with postgresql/],
    ['ACCORD_MODE', 'test', /ACCORD_MODE must be demonstration or live/],
    ['ACCORD_TODAY', '19.10.2009', /ACCORD_TODAY must be a date/],
    ['ACCORD_SMTP_URL', 'mail.example.org', /ACCORD_SMTP_URL must start with smtp/],
    ['ACCORD_MAIL_FROM', 'Accord', /ACCORD_MAIL_FROM must be an e-mail address/],
    ['ACCORD_URL', 'accord.example.org', /ACCORD_URL must be where people reach/],
  ])('a wrong %s is refused with a sentence that says how to write it', (name, value, sentence) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError)
    expect(() => readConfig({ [name]: value })).toThrow(sentence)
  })

  test('mail needs an address that it comes from', () => {
    const ACCORD_SMTP_URL = 'smtp://mail.example.org:587'
    expect(() => readConfig({ ACCORD_SMTP_URL })).toThrow(/needs ACCORD_MAIL_FROM too/)
    expect(readConfig({ ACCORD_SMTP_URL, ACCORD_MAIL_FROM: 'accord@example.org' })).toMatchObject({
      smtpUrl: ACCORD_SMTP_URL,
    })
  })

  test('everything wrong is said at once', () => {
    expect(() => readConfig({ PORT: 'x', ACCORD_MODE: 'y' })).toThrow(/PORT[\s\S]*ACCORD_MODE/)
  })
})
