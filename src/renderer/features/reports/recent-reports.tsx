/** Reports that were made from this library: made again as they were, or with what is new since marked, or gone on from. */
import { Ellipsis, FileClock, ListX, PenLine, RotateCw, Sparkles } from 'lucide-react'
import { useIntl } from 'react-intl'
import type { ReportRun } from '../../../shared/domain/changes.ts'
import { reportFormatSchema, reportKindSchema, type ReportInput } from '../../../shared/domain/report.ts'
import { useAction, useCanWrite, useData, useShowError } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { sharedClient } from '../../lib/transport/client.ts'
import { toasts } from '../../stores/toasts.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import styles from './recent-reports.module.css'

export interface RecentReportsProps {
  /** One is being made already. */
  isBusy: boolean
  onMake: (input: ReportInput) => void
  /** Goes on from what was asked for. */
  onUse: (input: ReportInput, title: string) => void
}

const NONE: ReportRun[] = []
const SHOWN = 100

export function RecentReports({ isBusy, onMake, onUse }: RecentReportsProps) {
  const say = useSay()
  const intl = useIntl()
  const showError = useShowError()
  const offerUndo = useOfferUndo()
  const canWrite = useCanWrite()
  const remove = useAction('reports.removeRun')
  const { data: runs } = useData('reports.runs', { limit: SHOWN })
  /** What was asked for then, handed to `next`; says so where this version cannot read it. */
  const withInput = async (run: ReportRun, next: (input: ReportInput) => void): Promise<void> => {
    const found = await sharedClient().call('reports.run', { id: run.id }).catch(showError)
    // Made again, it is as of the day on which it is made.
    if (found?.input) next({ ...found.input, asOf: undefined })
    else if (found) toasts.add({ kind: 'error', text: say('reports.runUnreadable', { title: run.title }) })
  }
  const take = async (run: ReportRun): Promise<void> => {
    if (await remove.run({ id: run.id })) offerUndo(say('reports.runRemoved', { title: run.title }))
  }
  const factsOf = ({ kind, format, at, coder }: ReportRun): string => {
    const kinds = reportKindSchema.safeParse(kind)
    const formats = reportFormatSchema.safeParse(format)
    return [
      kinds.success ? say(`reports.kind.${kinds.data}`) : kind,
      formats.success ? say(`reports.format.${formats.data}`) : '',
      intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short' }),
      coder,
    ]
      .filter((fact) => fact !== '')
      .join(' · ')
  }
  if (runs?.length === 0)
    return (
      <EmptyState icon={<FileClock />} title={say('reports.noRuns')}>
        {say('reports.noRunsText')}
      </EmptyState>
    )
  return (
    <ul className={styles.list} aria-label={say('reports.recent')}>
      {(runs ?? NONE).map((run) => (
        <li key={run.id} className={styles.run}>
          <div className={styles.words}>
            <span className={styles.title} dir="auto">
              {run.title}
            </span>
            <span className={styles.facts}>{factsOf(run)}</span>
          </div>
          <IconButton
            label={say('reports.makeAgain', { title: run.title })}
            icon={<RotateCw />}
            isDisabled={isBusy}
            onPress={() => void withInput(run, onMake)}
          />
          <Menu
            label={say('reports.runMenu', { title: run.title })}
            placement="bottom end"
            trigger={<IconButton label={say('reports.runMenu', { title: run.title })} icon={<Ellipsis />} />}
          >
            <MenuItem
              label={say('reports.makeNew')}
              about={say('reports.makeNewAbout')}
              icon={<Sparkles />}
              isDisabled={isBusy}
              onAction={() => void withInput(run, (input) => onMake({ ...input, newSince: { runId: run.id } }))}
            />
            <MenuItem
              label={say('reports.useOptions')}
              about={say('reports.useOptionsAbout')}
              icon={<PenLine />}
              onAction={() => void withInput(run, (input) => onUse(input, run.title))}
            />
            {canWrite && <MenuItem label={say('reports.removeRun')} icon={<ListX />} onAction={() => void take(run)} />}
          </Menu>
        </li>
      ))}
    </ul>
  )
}
