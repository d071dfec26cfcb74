import type { IndicatorTargets } from '@accord/api-client'
import { formatDate, formatFigure } from '@accord/domain'
import { Link, useNavigate } from 'react-router'
import { formatTarget } from '#charts/prepare/summaries.ts'
import type { ListSearch } from '#lib/list-search.ts'
import { indicatorPath, indicatorsPath, type Place, settingsPath, targetsPath } from '#lib/paths.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { Choice } from '#ui/choice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Section } from '#ui/section.tsx'
import { Cell, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { BaselineForm } from './baseline-form.tsx'
import { ChangeList } from './change-list.tsx'
import { TargetsForm } from './targets-form.tsx'

type TargetsViewProps = { indicator: IndicatorTargets; list: ListSearch; place: Place }

/** The targets of a year and the baseline of an indicator, what was changed of them, and the forms that change them. */
export function TargetsView({ indicator, list, place }: TargetsViewProps) {
  const { id, code, title, framework, organisation, year, mayPropose, blockedBecause, changes } = indicator
  const here = { framework: framework.id, organisation: organisation?.id ?? null, year: year.key }
  const task = mayPropose ? list.filterOf('do') : null
  const closeHref = list.hrefWith({ do: null })
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: 'Indicators', to: indicatorsPath(place) },
          { label: code, to: indicatorPath(id, place, { framework: framework.id }) },
          { label: 'Targets and baseline' },
        ]}
      />
      <PageHead
        kicker={
          <>
            <b>{code}</b> {framework.name}
            {organisation === null ? '' : `, ${organisation.name} only`}
          </>
        }
        headline={`${title}: targets of ${year.label}`}
      />
      <TargetChoices indicator={indicator} place={place} />
      <p className="row-tasks framework-head">
        {mayPropose ? (
          <>
            <Link to={targetsPath(id, place, { ...here, do: 'targets' })}>Change the targets</Link>
            <Link to={targetsPath(id, place, { ...here, do: 'baseline' })}>
              {indicator.baseline === null ? 'Set a baseline' : 'Renegotiate the baseline'}
            </Link>
          </>
        ) : null}
        <Link to={settingsPath(id, place, { framework: framework.id })}>
          Definition, tolerances and place
        </Link>
      </p>
      {mayPropose || blockedBecause === null ? null : <p className="muted">{blockedBecause}</p>}
      {task === 'targets' ? (
        <TargetsForm key={`${year.key} ${organisation?.id}`} {...{ indicator, place, closeHref }} />
      ) : null}
      {task === 'baseline' ? <BaselineForm {...{ indicator, place, closeHref }} /> : null}
      <div className="two-columns">
        <YearTable indicator={indicator} />
        <BaselineSection indicator={indicator} />
      </div>
      <Section heading={changes.length === 0 ? 'No change of them has been proposed here' : 'Changes'}>
        {changes.length === 0 ? (
          <p className="muted">Each is kept here with who agreed it, its reason, and who approved it.</p>
        ) : (
          <ChangeList changes={changes} place={place} isOfOne />
        )}
      </Section>
    </>
  )
}

function TargetChoices({ indicator, place }: { indicator: IndicatorTargets; place: Place }) {
  const { id, framework, organisation, year, years, bodies } = indicator
  const navigate = useNavigate()
  const go = (changed: { year?: string; organisation?: string | null }) =>
    void navigate(
      targetsPath(id, place, {
        framework: framework.id,
        ...{ organisation: organisation?.id ?? null, year: year.key, ...changed },
      }),
    )
  return (
    <div className="filters">
      <Choice
        label="Year"
        name="year"
        value={year.key}
        options={years.map(({ key, label }) => ({ value: key, label }))}
        onChoose={(key) => go({ year: key })}
      />
      {bodies.length === 0 ? null : (
        <Choice
          label="Whose targets"
          name="organisation"
          value={organisation?.id ?? ''}
          options={[
            { value: '', label: 'The whole area' },
            ...bodies.map(({ id: body, name }) => ({ value: body, label: name })),
          ]}
          onChoose={(body) => go({ organisation: body || null })}
        />
      )}
    </div>
  )
}

function YearTable({ indicator }: { indicator: IndicatorTargets }) {
  const { targets, lastYear, year } = indicator
  const rows = [1, 2, 3, 4].map((number) => ({
    name: `Quarter ${number}`,
    target: targets.quarters[number - 1] ?? null,
    figure: targets.figures[number - 1] ?? null,
    before: lastYear.figures[number - 1] ?? null,
  }))
  const end = { name: 'Year end', target: targets.year, figure: null, before: lastYear.figures[3] ?? null }
  const figureWords = (figure: string | null) => (figure === null ? 'None' : formatFigure(figure, indicator))
  return (
    <Section
      heading={targets.year === null ? `No target for ${year.label} is set` : 'The year and its profile'}
    >
      <Table
        className="record-table"
        caption={`Targets and figures of ${year.label}`}
        head={
          <>
            <HeadCell>By the end of</HeadCell>
            <HeadCell className="number">Target</HeadCell>
            <HeadCell className="number">Figure</HeadCell>
            <HeadCell className="number">Year before</HeadCell>
          </>
        }
      >
        {[...rows, end].map(({ name, target, figure, before }) => (
          <Row key={name} className={name === 'Year end' ? 'total-row' : undefined}>
            <RowHead>{name}</RowHead>
            <Cell className="number">{target === null ? 'None' : formatTarget(target, indicator)}</Cell>
            <Cell className="number">{name === 'Year end' ? '' : figureWords(figure)}</Cell>
            <Cell className="number">{figureWords(before)}</Cell>
          </Row>
        ))}
      </Table>
    </Section>
  )
}

function BaselineSection({ indicator }: { indicator: IndicatorTargets }) {
  const { baseline, sinceBaseline, baselineChanges } = indicator
  if (baseline === null) {
    return (
      <Section heading="No baseline is set">
        <p className="muted">A baseline says where the indicator stood before the work on it began.</p>
      </Section>
    )
  }
  const newest = sinceBaseline[0]
  const heading =
    newest === undefined
      ? `Baseline ${formatFigure(baseline.value, indicator)} in ${baseline.period}`
      : `${newest.sentence} of ${formatFigure(baseline.value, indicator)} in ${baseline.period}`
  return (
    <Section heading={heading}>
      {sinceBaseline.length === 0 ? null : (
        <Table
          className="record-table"
          caption="Figures since the baseline, newest first"
          head={
            <>
              <HeadCell>Quarter</HeadCell>
              <HeadCell className="number">Figure</HeadCell>
              <HeadCell>Since the baseline</HeadCell>
            </>
          }
        >
          {sinceBaseline.map(({ quarter, label, value, sentence }) => (
            <Row key={quarter}>
              <RowHead>{label}</RowHead>
              <Cell className="number">{formatFigure(value, indicator)}</Cell>
              <Cell>{sentence}</Cell>
            </Row>
          ))}
        </Table>
      )}
      <h3 className="register-head">Register of the baseline</h3>
      <ul className="change-list">
        {baselineChanges.map(({ from, to, agreedBy, agreedOn, reason }) => (
          <li key={`${to} ${agreedOn}`}>
            <p>{from === null ? `Set at ${to}.` : `From ${from} to ${to}.`}</p>
            <p className="small muted">{`Agreed by ${agreedBy} on ${formatDate(agreedOn)}. ${reason}`}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
