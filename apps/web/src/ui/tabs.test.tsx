import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { Tabs } from './tabs.tsx'

function TwoTabs() {
  const [chosen, setChosen] = useState<'chart' | 'table'>('chart')
  return (
    <>
      <Tabs
        label="View"
        tabs={[
          { key: 'chart', label: 'Chart', panel: 'A line' },
          { key: 'table', label: 'Table', panel: 'Rows' },
        ]}
        chosen={chosen}
        onChoose={setChosen}
      />
      <button type="button" onClick={() => setChosen('chart')}>
        Back
      </button>
    </>
  )
}

test('tabs are one stop of the Tab key, and arrow keys move between them', async () => {
  render(<TwoTabs />)
  await userEvent.tab()
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Chart' }))
  await userEvent.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Table', selected: true }))
  expect(await screen.findByText('Rows')).toBe(screen.getByRole('tabpanel', { name: 'Table' }))
  await userEvent.keyboard('{ArrowRight}')
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Chart')
})

test('a press chooses a tab too', async () => {
  render(<TwoTabs />)
  await userEvent.click(screen.getByRole('tab', { name: 'Table' }))
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Table')
  expect(await screen.findByText('Rows')).toBeTruthy()
})

test('a choice made elsewhere, such as by the Back button, is what is shown', async () => {
  render(<TwoTabs />)
  await userEvent.click(screen.getByRole('tab', { name: 'Table' }))
  await screen.findByText('Rows')
  await userEvent.click(screen.getByRole('button', { name: 'Back' }))
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Chart')
  expect(screen.getByRole('tabpanel', { name: 'Chart' }).textContent).toBe('A line')
})
