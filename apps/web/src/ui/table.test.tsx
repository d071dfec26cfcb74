import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPage } from '#testing/render-page.tsx'
import { SortHeading } from './sort-heading.tsx'
import { Cell, HeadCell, Row, RowHead, Table } from './table.tsx'

function aTable(sort: string | null) {
  return (
    <Table
      caption="Partnerships"
      head={
        <>
          <SortHeading
            label="Name"
            field="name"
            sort={sort}
            hrefFor={(next) => `/list?sort=${next}`}
            words={['A to Z', 'Z to A']}
          />
          <HeadCell>Lead</HeadCell>
        </>
      }
    >
      <Row>
        <RowHead>Waste</RowHead>
        <Cell label="Lead">Daniel Okafor</Cell>
      </Row>
    </Table>
  )
}

test('a table keeps its roles when it is restyled as a grid', () => {
  const { container } = renderPage(aTable(null))
  for (const [element, role] of [
    ['table', 'table'],
    ['thead', 'rowgroup'],
    ['tbody', 'rowgroup'],
    ['tr', 'row'],
    ['th[scope=col]', 'columnheader'],
    ['th[scope=row]', 'rowheader'],
    ['td', 'cell'],
  ] as const) {
    expect(container.querySelector(element)?.getAttribute('role')).toBe(role)
  }
  expect(screen.getByRole('table', { name: 'Partnerships' })).toBeDefined()
})

test('a cell carries the name of its column for narrow screens', () => {
  renderPage(aTable(null))
  expect(screen.getByRole('cell').getAttribute('data-label')).toBe('Lead')
})

test('a sorted column says so in words and in aria-sort, and its link turns the sort round', () => {
  renderPage(aTable('name'))
  const heading = screen.getByRole('columnheader', { name: /Name/ })
  expect(heading.getAttribute('aria-sort')).toBe('ascending')
  expect(heading.textContent).toContain('A to Z')
  expect(screen.getByRole('link', { name: 'Name' }).getAttribute('href')).toBe('/list?sort=-name')
})

test('a column that is not sorted claims nothing', () => {
  renderPage(aTable(null))
  expect(screen.getByRole('columnheader', { name: 'Name' }).hasAttribute('aria-sort')).toBe(false)
})
