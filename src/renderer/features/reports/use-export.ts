/** Makes a report as a job with progress and a way to stop it and, when it is done, saves it through the host. */
import { useState } from 'react'
import type { Job } from '../../../shared/domain/job.ts'
import type { ReportInput } from '../../../shared/domain/report.ts'
import { useAction } from '../../lib/data.ts'
import { useSaveOutput } from '../../lib/save-output.ts'
import { useWorkbench } from '../../stores/workbench.ts'

export interface ReportExport {
  run: (input: ReportInput) => void
  pending: boolean
  /** The job as far as it is; null: none, or not heard of yet. */
  job: Job | null
  cancel: () => void
}

export function useExport(): ReportExport {
  const start = useAction('reports.start')
  const { run: stop } = useAction('jobs.cancel')
  const save = useSaveOutput()
  const [pending, setPending] = useState(false)
  const [jobId, setJobId] = useState<string | null>(null)
  const job = useWorkbench(({ jobs }) => (jobId === null ? undefined : jobs.get(jobId)))
  const make = async (input: ReportInput): Promise<void> => {
    setPending(true)
    const started = await start.run(input)
    setJobId(started?.jobId ?? null)
    if (started) await save({ jobId: started.jobId, kind: 'report', said: 'reports.saved' })
    setPending(false)
    setJobId(null)
  }
  return {
    pending,
    job: job ?? null,
    run: (input) => void make(input),
    cancel: () => void (jobId !== null && stop({ jobId })),
  }
}
