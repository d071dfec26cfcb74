import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { PointReader } from './point-reader.tsx'
import { createReadingCursor } from './reading-cursor.ts'

afterEach(cleanup)

const drawn = vi.fn()

function Drawing() {
  drawn()
  return <span data-place="2">drawing</span>
}

function aReader() {
  drawn.mockClear()
  render(
    <PointReader
      label="Figures"
      cursor={createReadingCursor()}
      count={4}
      start={2}
      axis="across"
      say={(place) => ({ name: `Quarter ${place}`, words: `${place}0%` })}
    >
      <Drawing />
    </PointReader>,
  )
  return { user: userEvent.setup(), spoken: () => screen.getByRole('status').textContent }
}

test('is one stop; arrows, Home and End read each point and stop at the ends; Escape ends', async () => {
  const { user, spoken } = aReader()
  await user.tab()
  expect(screen.getByRole('application', { name: 'Figures' })).toBe(document.activeElement)
  expect(spoken()).toBe('')
  await user.keyboard('{ArrowLeft}')
  expect(spoken()).toBe('Quarter 2: 20%')
  await user.keyboard('{ArrowRight}{ArrowRight}')
  expect(spoken()).toBe('Quarter 3: 30%')
  await user.keyboard('{Home}{ArrowLeft}')
  expect(spoken()).toBe('Quarter 0: 00%')
  await user.keyboard('{End}')
  expect(spoken()).toBe('Quarter 3: 30%')
  await user.keyboard('{Escape}')
  expect(spoken()).toBe('')
})

test('Tab leaves, and takes what was read with it', async () => {
  const { user, spoken } = aReader()
  await user.tab()
  await user.keyboard('{Home}')
  await user.tab()
  expect(spoken()).toBe('')
  expect(document.activeElement).toBe(document.body)
})

test('a pointer shows the point it is on and is not spoken; nothing of the drawing is made anew', async () => {
  const { user, spoken } = aReader()
  await user.hover(screen.getByText('drawing'))
  expect(screen.getByText('Quarter 2')).toBeTruthy()
  expect(spoken()).toBe('')
  await user.tab()
  await user.keyboard('{Home}{End}{ArrowLeft}')
  expect(drawn).toHaveBeenCalledTimes(1)
})
