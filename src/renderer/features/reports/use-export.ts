/** Makes a report as a job and, when it is done, saves it through the host. */
import { useState } from 'react'
import type { ReportInput } from '../../../shared/domain/report.ts'
import { useAction } from '../../lib/data.ts'
import { useSaveOutput } from '../../lib/save-output.ts'

export function useExport(): { run: (input: ReportInput) => Promise<void>; pending: boolean } {
  const start = useAction('reports.start')
  const save = useSaveOutput()
  const [pending, setPending] = useState(false)
  return {
    pending,
    async run(input) {
      setPending(true)
      const started = await start.run(input)
      if (started) await save({ jobId: started.jobId, kind: 'report', said: 'reports.saved' })
      setPending(false)
    },
  }
}
