/**
 * Reports: on the left what is asked for, or the reports that were made; on the right the report itself as it will be written, made anew
 * while one works. Then exported in the format that is chosen and saved where the person says.
 */
import { FileOutput, Share2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useData } from '../../lib/data.ts'
import type { ReportsPlace } from '../../lib/reports-place.ts'
import { useSay } from '../../lib/say.ts'
import { useOpenLink } from '../../lib/use-open-link.ts'
import { useRested } from '../../lib/use-rested.ts'
import { toasts } from '../../stores/toasts.ts'
import { useWorkbench } from '../../stores/workbench.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { SplitPane } from '../../ui/split-pane.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useReportDraft } from './draft-store.ts'
import { ExportBar } from './export-bar.tsx'
import styles from './options.module.css'
import { RecentReports } from './recent-reports.tsx'
import { draftOf, lackOf } from './report-draft.ts'
import { ReportOptions } from './report-options.tsx'
import { ReportPreview } from './report-preview.tsx'
import { TemplatesMenu } from './templates-menu.tsx'
import { useExport } from './use-export.ts'
import { useReport } from './use-report.ts'

export interface ReportsViewProps {
  /** What one came with; it goes into the draft. */
  place: ReportsPlace
  /** The place is in the draft now. */
  onTaken: () => void
  /** Goes to the passage of the library that a link of a report names. */
  onPassage: (link: string) => void
}

const WIDTH = { start: 400, end: 300 }
const LIMITS = { minStart: 320, maxStart: 720, minEnd: 0, maxEnd: 0, minMain: 340 }

export function ReportsView({ place, onTaken, onPassage }: ReportsViewProps) {
  const say = useSay()
  const state = useReport()
  const { isReady, draft, input } = state
  const { set, replace, screen, setScreen } = useReportDraft()
  const [tab, setTab] = useState<'make' | 'recent'>('make')
  const making = useExport()
  const openLink = useOpenLink()
  useEffect(() => {
    if (!isReady || Object.values(place).every((value) => value === undefined)) return
    const { articles, filter, ...rest } = place
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
    set({ ...given, ...((articles || filter) && { filter: { ...filter, ...(articles && { articles }) } }), templateId: null })
    setTab('make')
    onTaken()
  }, [isReady, place, onTaken, set])
  // The whole report is made anew for the preview: not at every letter of its title.
  const shown = useRested(input, JSON.stringify(input))
  const { data: status } = useData('library.status', {})
  const isEmpty = status?.open === true && status.counts?.articles === 0
  const { data, error, isFetching, refetch } = useData(
    'reports.preview',
    { ...(shown ?? { kind: 'ledger' }), format: 'html' },
    { enabled: shown !== null && !isEmpty },
  )
  const lack = lackOf(draft)
  const exportNow = (): void => {
    if (input && !making.pending) making.run(input)
  }

  if (isEmpty)
    return (
      <EmptyState icon={<FileOutput />} title={say('reports.empty')}>
        {say('reports.emptyText')}
      </EmptyState>
    )
  return (
    <SplitPane
      value={{ start: screen.width, end: 0, isStartOpen: true, isEndOpen: false }}
      onChange={(sizes) => setScreen({ width: sizes.start })}
      usual={WIDTH}
      limits={LIMITS}
      labels={{ start: say('reports.options'), main: say('reports.previewPane'), resizeStart: say('reports.resize') }}
      start={
        <div className={styles.pane}>
          <header className={styles.head}>
            <h1 className={styles.title}>{say('reports.title')}</h1>
            <TemplatesMenu {...state} />
            <IconButton
              label={say('command.library.export')}
              icon={<Share2 />}
              shortcut="Mod+Shift+E"
              onPress={() => useWorkbench.getState().open({ kind: 'export' })}
            />
          </header>
          <Tabs
            label={say('reports.title')}
            className={styles.tabs ?? ''}
            value={tab}
            onChange={setTab}
            items={[
              { id: 'make', label: say('reports.make'), content: <ReportOptions state={state} /> },
              {
                id: 'recent',
                label: say('reports.recent'),
                content: (
                  <RecentReports
                    isBusy={making.pending}
                    onMake={making.run}
                    onUse={({ look: _look, asOf: _asOf, newSince, ...asked }, title) => {
                      const back = replace({ ...draftOf(asked, null), newSince: newSince ?? null })
                      setTab('make')
                      toasts.add({
                        kind: 'info',
                        key: 'reports.begun',
                        text: say('reports.begun', { name: title }),
                        action: { label: say('reports.goBack'), onPress: back },
                      })
                    }}
                  />
                ),
              },
            ]}
          />
        </div>
      }
      main={
        <div className={styles.pane}>
          <ExportBar
            format={draft.format}
            onFormat={(format) => set({ format })}
            making={making}
            canExport={input !== null}
            onExport={exportNow}
          />
          {lack !== null ? (
            <EmptyState icon={<FileOutput />} title={say(`reports.lack.${lack}`)}>
              {say(`reports.lackText.${lack}`)}
            </EmptyState>
          ) : (
            <ReportPreview
              preview={data}
              error={error}
              isFetching={isFetching || !data}
              onAgain={() => void refetch()}
              onPassage={onPassage}
              onWeb={openLink}
            />
          )}
        </div>
      }
    />
  )
}
