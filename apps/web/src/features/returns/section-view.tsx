import { type ReturnSection, sectionTitle } from '@accord/domain'
import { ActionsSection } from './actions-section.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { Dock } from './dock.tsx'
import { useRoom } from './draft-context.tsx'
import { IndicatorsSection } from './indicators-section.tsx'
import { NarrativeSection } from './narrative-section.tsx'
import { QuestionsSection } from './questions-section.tsx'
import { ResourcesSection } from './resources-section.tsx'
import { ReturnHead } from './return-head.tsx'
import { ReturnTitle } from './return-title.tsx'
import { RisksSection } from './risks-section.tsx'
import { Steps } from './steps.tsx'
import { useRevealed } from './use-revealed.ts'

/** One section of the return, between its steps and its dock. */
export function SectionView({ section }: { section: ReturnSection }) {
  const { model } = useRoom()
  const revealed = useRevealed()
  return (
    <>
      <ReturnTitle part={sectionTitle(section)} />
      <ReturnHead quarterlyReturn={model.quarterlyReturn} />
      <Steps current={section} />
      <ConnectionBanner />
      <SectionBody section={section} revealed={revealed} />
      <Dock section={section} />
    </>
  )
}

function SectionBody({ section, revealed }: { section: ReturnSection; revealed: string | null }) {
  switch (section) {
    case 'indicators':
      return <IndicatorsSection revealed={revealed} />
    case 'actions':
      return <ActionsSection />
    case 'risks':
      return <RisksSection />
    case 'resources':
      return <ResourcesSection />
    case 'narrative':
      return <NarrativeSection />
    case 'questions':
      return <QuestionsSection />
  }
}
