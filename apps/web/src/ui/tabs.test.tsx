import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { Tabs } from './tabs.tsx'

function TwoTabs() {
  const [chosen, setChosen] = useState<'chart' | 'table'>('chart')
  return (
    <Tabs
      label="View"
      tabs={[
        { key: 'chart', label: 'Chart', panel: 'A line' },
        { key: 'table', label: 'Table', panel: 'Rows' },
      ]}
      chosen={chosen}
      onChoose={setChosen}
    />
  )
}

test('tabs are one stop of the Tab key, and arrow keys move between them', async () => {
  render(<TwoTabs />)
  await userEvent.tab()
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Chart' }))
  await userEvent.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Table', selected: true }))
  expect(screen.getByRole('tabpanel', { name: 'Table' }).textContent).toBe('Rows')
  await userEvent.keyboard('{ArrowRight}')
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Chart')
})

test('a press chooses a tab too', async () => {
  render(<TwoTabs />)
  await userEvent.click(screen.getByRole('tab', { name: 'Table' }))
  expect(screen.getByRole('tabpanel').textContent).toBe('Rows')
})
