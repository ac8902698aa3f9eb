/** Makes a report as a job and, when it is done, saves it through the host, also where the view was left meanwhile. */
import { useState } from 'react'
import type { ReportInput } from '../../../shared/domain/report.ts'
import { ParleyError } from '../../../shared/rpc/envelope.ts'
import { useAction, useShowError } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { hostCall } from '../../lib/transport/host.ts'
import { toasts } from '../../stores/toasts.ts'
import { jobEnded } from '../../stores/workbench.ts'

export function useExport(): { run: (input: ReportInput) => Promise<void>; pending: boolean } {
  const say = useSay()
  const showError = useShowError()
  const start = useAction('reports.start')
  const [pending, setPending] = useState(false)

  const save = async (jobId: string): Promise<void> => {
    const { state, result, error } = await jobEnded(jobId)
    if (state === 'failed') throw new ParleyError(error?.code ?? 'internal', error?.details)
    if (result?.kind !== 'report') return
    const { outputId, name } = result
    const saved = await hostCall('outputs.save', { outputId, name })
    if (saved.name === null) return
    // A browser keeps its own downloads, and shows them itself.
    const { kind } = await hostCall('host.info', {})
    const show = (): void => void hostCall('outputs.show', { outputId, how: 'open' }).catch(showError)
    toasts.add({
      kind: 'success',
      text: say('reports.saved', { name: saved.name }),
      ...(kind === 'electron' && { action: { label: say('reports.open'), onPress: show } }),
    })
  }
  return {
    pending,
    async run(input) {
      setPending(true)
      const started = await start.run(input)
      if (started) await save(started.jobId).catch(showError)
      setPending(false)
    },
  }
}
