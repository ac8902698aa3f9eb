/** Makes a report as a job and, when it is done, saves it through the host. */
import { useEffect, useRef, useState } from 'react'
import type { ReportInput } from '../../../shared/domain/report.ts'
import { useAction, useShowError } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { hostCall } from '../../lib/transport/host.ts'
import { toasts } from '../../stores/toasts.ts'
import { useWorkbench } from '../../stores/workbench.ts'

export function useExport(): { run: (input: ReportInput) => Promise<void>; pending: boolean } {
  const say = useSay()
  const showError = useShowError()
  const start = useAction('reports.start')
  const [jobId, setJobId] = useState<string | null>(null)
  const job = useWorkbench((state) => (jobId === null ? undefined : state.jobs.get(jobId)))
  const saving = useRef<string | null>(null)

  useEffect(() => {
    if (!job || job.state === 'running' || saving.current === job.id) return
    saving.current = job.id
    setJobId(null)
    if (job.result?.kind !== 'report') {
      if (job.state === 'failed') toasts.add({ kind: 'error', text: job.error?.message ?? say('error.internal') })
      return
    }
    const { outputId, name } = job.result
    hostCall('outputs.save', { outputId, name })
      .then((saved) => {
        if (saved.name === null) return
        toasts.add({
          kind: 'success',
          text: say('reports.saved', { name: saved.name }),
          action: { label: say('reports.open'), onPress: () => void hostCall('outputs.show', { outputId, how: 'open' }).catch(showError) },
        })
      })
      .catch(showError)
  }, [job, say, showError])

  return {
    pending: start.pending || jobId !== null,
    async run(input) {
      const started = await start.run(input)
      if (started) setJobId(started.jobId)
    },
  }
}
