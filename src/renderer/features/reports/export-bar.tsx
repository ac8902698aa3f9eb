/** In which format the report is made, and the button that makes it; while it is made, how far it is and a way to stop it. */
import { FileOutput } from 'lucide-react'
import { reportFormatSchema, type ReportFormat } from '../../../shared/domain/report.ts'
import type { WireError } from '../../../shared/rpc/envelope.ts'
import { useData } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './options.module.css'
import type { ReportExport } from './use-export.ts'

export interface ExportBarProps {
  format: ReportFormat
  onFormat: (format: ReportFormat) => void
  making: ReportExport
  canExport: boolean
  onExport: () => void
}

export function ExportBar({ format, onFormat, making, canExport, onExport }: ExportBarProps) {
  const say = useSay()
  const { job, pending } = making
  const { data: formats } = useData('reports.formats', {})
  const problemOf = (id: ReportFormat): WireError | null => formats?.find((one) => one.format === id)?.problem ?? null
  return (
    <div className={styles.bar}>
      {pending && (
        <ProgressBar
          label={say('reports.making')}
          className={styles.progress ?? ''}
          hideLabel
          value={job && job.total > 0 ? job.done / job.total : null}
          onCancel={making.cancel}
          cancelLabel={say('action.cancel')}
        />
      )}
      <Select
        label={say('reports.as')}
        hideLabel
        className={styles.format}
        value={format}
        onChange={onFormat}
        options={reportFormatSchema.options.map((id) => ({
          id,
          label: say(`reports.format.${id}`),
          // What cannot be made here is there all the same, with the reason.
          about: problemOf(id) ? say('reports.format.none') : say(`reports.format.${id}.for`),
          isDisabled: problemOf(id) !== null,
        }))}
      />
      <Button
        label={say('reports.export')}
        kind="primary"
        onPress={onExport}
        icon={<FileOutput />}
        isDisabled={!canExport}
        {...(pending && { pendingLabel: say('job.report') })}
      />
    </div>
  )
}
