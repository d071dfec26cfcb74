import type { IndicatorSettings } from '@accord/api-client'
import { Link } from 'react-router'
import type { ListSearch } from '#lib/list-search.ts'
import { indicatorPath, indicatorsPath, type Place, settingsPath, targetsPath } from '#lib/paths.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { FactList } from '#ui/fact-list.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Section } from '#ui/section.tsx'
import { ChangeList } from './change-list.tsx'
import { measureOptions, percentKept, polarityOptions } from './change-words.ts'
import { PlacementForm, SettingsForm } from './settings-forms.tsx'

type SettingsViewProps = { indicator: IndicatorSettings; list: ListSearch; place: Place }

/** What an indicator means and where it stands, what was changed of it, and the forms that change it. */
export function SettingsView({ indicator, list, place }: SettingsViewProps) {
  const { id, code, settings, framework, mayPropose, blockedBecause, changes } = indicator
  const task = mayPropose ? list.filterOf('do') : null
  const closeHref = list.hrefWith({ do: null })
  const forms = { definition: SettingsForm, place: PlacementForm } as const
  const Form = task === 'definition' || task === 'place' ? forms[task] : null
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: 'Indicators', to: indicatorsPath(place) },
          { label: code, to: indicatorPath(id, place, { framework: framework.id }) },
          { label: 'Definition and place' },
        ]}
      />
      <PageHead
        kicker={
          <>
            <b>{code}</b> {framework.name}
          </>
        }
        headline={settings.shortTitle}
      />
      <p className="row-tasks framework-head">
        {mayPropose ? (
          <>
            <Link to={settingsPath(id, place, { framework: framework.id, do: 'definition' })}>
              Change its definition or tolerances
            </Link>
            <Link to={settingsPath(id, place, { framework: framework.id, do: 'place' })}>
              Change its place
            </Link>
          </>
        ) : null}
        <Link to={targetsPath(id, place, { framework: framework.id })}>Targets and baseline</Link>
      </p>
      {mayPropose || blockedBecause === null ? null : <p className="muted">{blockedBecause}</p>}
      {Form === null ? null : <Form key={task} {...{ indicator, place, closeHref }} />}
      <div className="two-columns">
        <Section heading="As it stands">
          <FactList facts={factsOf(indicator)} />
        </Section>
        <Section heading={changes.length === 0 ? 'Nothing of it has been changed' : 'Changes'}>
          {changes.length === 0 ? (
            <p className="muted">
              Each change is kept here with its reason, and who proposed and approved it.
            </p>
          ) : (
            <ChangeList changes={changes} place={place} isOfOne />
          )}
        </Section>
      </div>
    </>
  )
}

const labelIn = (options: readonly { value: string; label: string }[], value: string) =>
  options.find((option) => option.value === value)?.label ?? value

function factsOf({ settings, placement, outcomes, owners, figures }: IndicatorSettings) {
  const { tolerance } = settings
  const reach = (text: string) =>
    tolerance.kind === 'relative' ? `${percentKept(text)}% of the target` : `${text} ${settings.unit}`
  const owner = owners.find(({ id }) => id === placement.owner)?.name ?? placement.owner
  return [
    { name: 'Title', value: settings.title },
    { name: 'Definition', value: settings.definition ?? 'None written' },
    { name: 'Unit', value: settings.unit },
    { name: 'Good is', value: labelIn(polarityOptions, settings.polarity) },
    { name: 'A figure covers', value: labelIn(measureOptions, settings.measure) },
    { name: 'On target', value: `Within ${reach(tolerance.green)}` },
    { name: 'Near target', value: `Within ${reach(tolerance.amber)}` },
    { name: 'Outcome', value: outcomes.find(({ id }) => id === placement.outcome)?.title ?? '' },
    { name: 'Partnership', value: owner ?? 'None' },
    { name: 'Designated', value: placement.isDesignated ? 'Yes' : 'No' },
    { name: 'Figures', value: figures === 0 ? 'None yet' : String(figures) },
  ]
}
