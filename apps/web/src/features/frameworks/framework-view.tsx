import type { FrameworkDetail, Reference } from '@accord/api-client'
import { capitalise, countOf } from '@accord/domain'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ListSearch } from '#lib/list-search.ts'
import { frameworkPath, frameworksPath, indicatorPath, indicatorsPath, type Place } from '#lib/paths.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { FactList } from '#ui/fact-list.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Cell, EmptyRow, GroupRow, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { ChangeFrameworkForm, OutcomesForm } from './framework-forms.tsx'
import { PlaceForm } from './place-form.tsx'

type FrameworkViewProps = {
  framework: FrameworkDetail
  councils: readonly Reference[]
  list: ListSearch
  place: Place
}

const columns = 4

/** One framework: what it is, and its indicators by outcome; and for its administrator the forms that set it. */
export function FrameworkView({ framework, councils, list, place }: FrameworkViewProps) {
  const [said, setSaid] = useState('')
  const navigate = useNavigate()
  const { id, name, kind, mayManage, blockedBecause, designated, indicatorCount } = framework
  const closeHref = frameworkPath(id, place)

  function onDone(words: string): void {
    setSaid(words)
    void navigate(closeHref, { preventScrollReset: true })
  }

  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: 'Indicators', to: indicatorsPath(place) },
          { label: 'Frameworks', to: frameworksPath(place) },
          { label: framework.shortName },
        ]}
      />
      <PageHead
        kicker={<b>{capitalise(kind)}</b>}
        headline={`${name}: ${countOf(indicatorCount, 'indicator')}, ${designated}`}
      />
      <p className={said === '' ? 'cycle-said' : 'cycle-said callout'} role="status">
        {said}
      </p>
      {mayManage ? (
        <p className="row-tasks framework-head">
          <Link to={frameworkPath(id, place, { do: 'place' })}>Place an indicator</Link>
          <Link to={frameworkPath(id, place, { do: 'outcomes' })}>Add or order outcomes</Link>
          <Link to={frameworkPath(id, place, { do: 'change' })}>Change its title, years or councils</Link>
        </p>
      ) : (
        <p className="muted">{blockedBecause}</p>
      )}
      {mayManage ? <OpenTask {...{ framework, councils, list, closeHref, onDone }} /> : null}
      <FactList facts={factsOf(framework)} />
      <PlacedTable framework={framework} place={place} />
    </>
  )
}

type OpenTaskProps = {
  framework: FrameworkDetail
  councils: readonly Reference[]
  list: ListSearch
  closeHref: string
  onDone: (said: string) => void
}

function OpenTask({ councils, list, ...form }: OpenTaskProps) {
  const task = list.filterOf('do')
  const indicator = list.filterOf('indicator')
  if (task === 'place') return <PlaceForm key={`place ${indicator}`} indicator={indicator} {...form} />
  if (task === 'outcomes') return <OutcomesForm key={form.framework.version} {...form} />
  if (task === 'change') return <ChangeFrameworkForm councils={councils} {...form} />
  return null
}

function factsOf({ years, accountableBody, councils, onDashboard, designated }: FrameworkDetail) {
  return [
    { name: 'Years', value: years },
    { name: 'Designated', value: capitalise(designated) },
    { name: 'Accountable', value: accountableBody?.name ?? 'None' },
    { name: 'Councils', value: councils.map((council) => council.shortName).join(', ') || 'None' },
    { name: 'Dashboards', value: onDashboard ? 'Shown on them' : 'Not shown on them' },
  ]
}

function PlacedTable({ framework, place }: { framework: FrameworkDetail; place: Place }) {
  const { id, outcomes, mayManage } = framework
  return (
    <Table
      className="record-table stack framework-table"
      caption="Indicators by outcome"
      head={
        <>
          <HeadCell>Indicator</HeadCell>
          <HeadCell>Partnership</HeadCell>
          <HeadCell>Designated</HeadCell>
          <HeadCell>
            <span className="visually-hidden">Change</span>
          </HeadCell>
        </>
      }
    >
      {outcomes.flatMap((outcome) => [
        <GroupRow key={outcome.id} columns={columns}>
          {outcome.title}
        </GroupRow>,
        ...outcome.indicators.map((indicator) => (
          <Row key={indicator.id}>
            <RowHead>
              <span className="code">{indicator.code}</span>
              <Link to={indicatorPath(indicator.id, place, { framework: id })}>{indicator.title}</Link>
            </RowHead>
            <Cell label="Partnership">
              {indicator.owner?.shortName ?? <span className="muted">None</span>}
            </Cell>
            <Cell label="Designated">
              {indicator.isDesignated ? 'Designated' : <span className="muted">No</span>}
              {indicator.isDataOnly ? <span className="code">Data only</span> : null}
            </Cell>
            <Cell>
              {mayManage ? (
                <Link to={frameworkPath(id, place, { do: 'place', indicator: indicator.id })}>
                  Change<span className="visually-hidden"> the place of {indicator.code}</span>
                </Link>
              ) : null}
            </Cell>
          </Row>
        )),
        ...(outcome.indicators.length === 0
          ? [
              <EmptyRow key={`${outcome.id} empty`} columns={columns}>
                No indicator yet.
              </EmptyRow>,
            ]
          : []),
      ])}
      {outcomes.length === 0 ? <EmptyRow columns={columns}>It has no outcomes yet.</EmptyRow> : null}
    </Table>
  )
}
