/** Waits for a job that makes a file and saves that through the host, also where the view was left meanwhile. */
import { useCallback } from 'react'
import type { JobResult } from '../../shared/domain/job.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { toasts } from '../stores/toasts.ts'
import { jobEnded } from '../stores/workbench.ts'
import { useShowError } from './data.ts'
import { errorText, useSay } from './say.ts'
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

/**
 * Resolves when all is done or the person cancelled; failures are shown. What was made and could not be written is still held: the message
 * about it has a button that saves it somewhere else.
 */
export function useSaveOutput(): <K extends OutputKind>(options: SaveOptions<K>) => Promise<void> {
  const say = useSay()
  const showError = useShowError()
  return useCallback(
    async ({ jobId, kind, said, detail, canOpen = true }) => {
      const save = async (output: Output<typeof kind>): Promise<void> => {
        // The kind that was asked for, which all have these two.
        const { outputId, name } = output as Output<OutputKind>
        try {
          const saved = await hostCall('outputs.save', { outputId, name })
          if (saved.name === null) return
          // A browser keeps its own downloads, and shows them itself.
          const { kind: host } = await hostCall('host.info', {})
          const show = (how: 'open' | 'folder'): void => void hostCall('outputs.show', { outputId, how }).catch(showError)
          const inFolder = { label: say('codebook.showFile'), onPress: () => show('folder') }
          const more = detail?.(output)
          toasts.add({
            kind: 'success',
            text: say(said, { name: saved.name }),
            ...(more !== undefined && { detail: more }),
            ...(host === 'electron' && !canOpen && { action: inFolder }),
            ...(host === 'electron' && canOpen && { action: { label: say('reports.open'), onPress: () => show('open') }, other: inFolder }),
          })
        } catch (error) {
          const isHeld = !(error instanceof ParleyError && error.code === 'output-gone')
          const again = { label: say('export.saveElsewhere'), onPress: () => void save(output) }
          toasts.add({ kind: 'error', text: errorText(say, error), ...(isHeld && { action: again }) })
        }
      }
      try {
        const { state, result, error } = await jobEnded(jobId)
        if (state === 'failed') throw new ParleyError(error?.code ?? 'internal', error?.details)
        if (result?.kind === kind && 'outputId' in result) await save(result as Output<typeof kind>) // the kind that was asked for
      } catch (error) {
        showError(error)
      }
    },
    [say, showError],
  )
}
