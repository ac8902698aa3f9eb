/** What is asked for of a report: its kind and title, the blocks of a briefing, and sections that fold away and stay as they were left. */
import type { ReactNode } from 'react'
import { useSay } from '../../lib/say.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Composer } from './composer.tsx'
import { ContentSection } from './content-section.tsx'
import { useReportDraft } from './draft-store.ts'
import { GoneBanner } from './gone-banner.tsx'
import { KindSection } from './kind-section.tsx'
import { LookSection } from './look-section.tsx'
import { NewSinceSection } from './new-since-section.tsx'
import styles from './options.module.css'
import type { ReportState } from './use-report.ts'

type SectionName = 'content' | 'newSince' | 'look'

export function ReportOptions({ state }: { state: ReportState }) {
  const say = useSay()
  const { screen, setScreen } = useReportDraft()
  const { draft, look, since } = state
  const { newSince } = draft
  const section = (name: SectionName, content: ReactNode, badge?: string): ReactNode => (
    <Disclosure
      label={say(`reports.section.${name}`)}
      value={screen.open.includes(name)}
      onChange={(isOpen) => setScreen({ open: isOpen ? [...screen.open, name] : screen.open.filter((one) => one !== name) })}
      {...(badge !== undefined && { badge })}
    >
      {content}
    </Disclosure>
  )
  return (
    // Enter in a field keeps what is in it; what exports is the button.
    <form className={styles.form} aria-label={say('reports.options')} onSubmit={(event) => event.preventDefault()}>
      <div className={styles.scroll}>
        <GoneBanner {...state} />
        <div className={styles.first}>
          <KindSection {...state} />
        </div>
        {draft.kind === 'briefing' && <Composer {...state} />}
        {section('content', <ContentSection draft={draft} />)}
        {section(
          'newSince',
          <NewSinceSection value={newSince} since={since} />,
          newSince ? say('day' in newSince ? 'reports.newSince.day' : 'reports.newSince.run') : undefined,
        )}
        {look && section('look', <LookSection look={look} />)}
      </div>
    </form>
  )
}
