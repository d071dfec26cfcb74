import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { renderPage } from '#testing/render-page.tsx'
import { Choice } from './choice.tsx'
import { FilterForm } from './filter-form.tsx'
import { SearchField } from './search-field.tsx'

function filterForm() {
  return (
    <FilterForm label="Filter" kept={{ sort: '-name', quarter: null }} clearHref="/list">
      <SearchField label="Words" name="search" value="" />
      <Choice
        label="Status"
        name="status"
        value=""
        options={[
          { value: '', label: 'Any' },
          { value: 'off_target', label: 'Off target' },
        ]}
      />
    </FilterForm>
  )
}

test('what is chosen is written in the address, with the sort kept and nothing empty', async () => {
  const { router } = renderPage(filterForm(), { at: '/list?page=3' })
  await userEvent.selectOptions(screen.getByLabelText('Status'), 'Off target')
  await userEvent.click(screen.getByRole('button', { name: 'Show' }))
  expect(router.state.location.search).toBe('?sort=-name&status=off_target')
})

test('the form works by keyboard alone', async () => {
  const { router } = renderPage(filterForm(), { at: '/list' })
  await userEvent.tab()
  await userEvent.keyboard('waste{Enter}')
  expect(router.state.location.search).toBe('?sort=-name&search=waste')
})

test('filters in force can be cleared', () => {
  renderPage(filterForm(), { at: '/list' })
  expect(screen.getByRole('link', { name: 'Clear filters' }).getAttribute('href')).toBe('/list')
})
