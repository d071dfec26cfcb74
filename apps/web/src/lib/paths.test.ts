import { expect, test } from 'vitest'
import { csvPath, dashboardPath, indicatorPath, safeReturn, signInPath, withSearch } from './paths.ts'

const place = { council: 'cherwell', quarter: '2009-10-q2' }

test('council and quarter travel with every link', () => {
  expect(dashboardPath(place, { status: 'off_target' })).toBe(
    '/councils/cherwell/quarters/2009-10-q2?status=off_target',
  )
  expect(indicatorPath('ni-192', place, { framework: 'laa2' })).toBe(
    '/indicators/ni-192?council=cherwell&quarter=2009-10-q2&framework=laa2',
  )
})

test('what is not set is not written in the address', () => {
  expect(withSearch('/indicators', { search: '', status: null, page: 2 })).toBe('/indicators?page=2')
})

test('a CSV link keeps the filters in force', () => {
  expect(csvPath('/indicators', { status: 'off_target' })).toBe(
    '/api/v1/indicators?status=off_target&format=csv',
  )
})

test('after sign-in a person is sent to a path of ours and nowhere else', () => {
  expect(safeReturn('/indicators?status=off_target')).toBe('/indicators?status=off_target')
  for (const elsewhere of [
    '//example.com',
    'https://example.com',
    '/\\example.com',
    '/\t/example.com',
    'indicators',
    null,
  ]) {
    expect(safeReturn(elsewhere)).toBe('/')
  }
})

test('sign-in does not send a person back to sign-in', () => {
  expect(safeReturn('/sign-in?return=%2F')).toBe('/')
})

test('an expired session is said, and where the person was is kept', () => {
  expect(signInPath('/indicators?page=2', 'expired')).toBe(
    '/sign-in?return=%2Findicators%3Fpage%3D2&reason=expired',
  )
  expect(signInPath('/')).toBe('/sign-in')
})
