import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Explain } from './explain.tsx'

function showStatus() {
  render(
    <Explain explanation="46.1% is 4.0% below the target of 48.0%." about="NI 192 now">
      Near target
    </Explain>,
  )
  return screen.getByRole('button', { name: 'Near target, NI 192 now: why' })
}

test('a status is a button that controls its own explanation', () => {
  const button = showStatus()
  const panel = document.getElementById(button.getAttribute('popovertarget') ?? '')
  expect(panel?.textContent).toBe('46.1% is 4.0% below the target of 48.0%.')
})

test('the explanation closes on Escape and outside, one open at a time: a native automatic popover', () => {
  const button = showStatus()
  const panel = document.getElementById(button.getAttribute('popovertarget') ?? '')
  expect(panel?.getAttribute('popover')).toBe('auto')
})

test('when it opens, focus goes to the explanation so that it is read out, and it is put inside the window', () => {
  const button = showStatus()
  const panel = document.getElementById(button.getAttribute('popovertarget') ?? '')
  if (panel === null) throw new Error('There is no explanation.')
  // jsdom opens no popover and so focuses none: the event is made here, the call is watched.
  const focus = vi.spyOn(panel, 'focus')
  const toggle = Object.assign(new Event('toggle'), { newState: 'open', oldState: 'closed' })
  fireEvent(panel, toggle)
  expect(focus).toHaveBeenCalledOnce()
  expect(Number.parseFloat(panel.style.left)).toBeGreaterThanOrEqual(0)
})

test('what is explained by a function is asked for only when the reader asks', () => {
  const explanation = vi.fn(() => 'Because of the gap.')
  render(<Explain explanation={explanation}>Off target</Explain>)
  const button = screen.getByRole('button', { name: 'Off target: why' })
  const panel = document.getElementById(button.getAttribute('popovertarget') ?? '')
  if (panel === null) throw new Error('There is no explanation.')
  expect(explanation).not.toHaveBeenCalled()
  fireEvent(panel, Object.assign(new Event('beforetoggle'), { newState: 'open', oldState: 'closed' }))
  expect(panel.textContent).toBe('Because of the gap.')
})
