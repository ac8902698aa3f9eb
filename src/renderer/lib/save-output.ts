/** Waits for a job that makes a file and saves that through the host, also where the view was left meanwhile. */
import { useCallback } from 'react'
import type { JobResult } from '../../shared/domain/job.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { toasts } from '../stores/toasts.ts'
import { jobEnded } from '../stores/workbench.ts'
import { useShowError } from './data.ts'
import { useSay } from './say.ts'
import { hostCall } from './transport/host.ts'

export type OutputKind = Extract<JobResult, { outputId: string }>['kind']
type Output<K extends OutputKind> = Extract<JobResult, { kind: K }>

export interface SaveOptions<K extends OutputKind> {
  jobId: string
  kind: K
  /** Locale key of what is said when it is saved; gets {name}. */
  said: string
  /** A second line of what is said. */
  detail?: (output: Output<K>) => string | undefined
  /** Whether the file can be opened with a press: not so where no program is known for it. */
  canOpen?: boolean
}

/** Resolves when all is done or the person cancelled; failures are shown. */
export function useSaveOutput(): <K extends OutputKind>(options: SaveOptions<K>) => Promise<void> {
  const say = useSay()
  const showError = useShowError()
  return useCallback(
    ({ jobId, kind, said, detail, canOpen = true }) => {
      const save = async (): Promise<void> => {
        const { state, result, error } = await jobEnded(jobId)
        if (state === 'failed') throw new ParleyError(error?.code ?? 'internal', error?.details)
        if (result?.kind !== kind || !('outputId' in result)) return
        const { outputId, name } = result
        const saved = await hostCall('outputs.save', { outputId, name })
        if (saved.name === null) return
        // A browser keeps its own downloads, and shows them itself.
        const { kind: host } = await hostCall('host.info', {})
        const show = (): void => void hostCall('outputs.show', { outputId, how: canOpen ? 'open' : 'folder' }).catch(showError)
        const more = detail?.(result as Output<typeof kind>) // the kind that was asked for
        toasts.add({
          kind: 'success',
          text: say(said, { name: saved.name }),
          ...(more !== undefined && { detail: more }),
          ...(host === 'electron' && { action: { label: say(canOpen ? 'reports.open' : 'codebook.showFile'), onPress: show } }),
        })
      }
      return save().catch(showError)
    },
    [say, showError],
  )
}
