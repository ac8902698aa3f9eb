/**
 * An export on its way: made as a job, then saved where the person says. What was made stays held until the dialog makes another, so that a
 * save that failed or was called off can be tried again. Where the dialog is closed meanwhile the file is still saved, and messages tell.
 */
import { useCallback, useState } from 'react'
import type { ExportInput } from '../../../shared/domain/export.ts'
import { ParleyError } from '../../../shared/rpc/envelope.ts'
import { useShowError } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { sharedClient } from '../../lib/transport/client.ts'
import { hostCall } from '../../lib/transport/host.ts'
import { useMounted } from '../../lib/use-mounted.ts'
import { toasts } from '../../stores/toasts.ts'
import { jobEnded } from '../../stores/workbench.ts'

interface Made {
  readonly outputId: string
  readonly name: string
  readonly bytes: number
}

export type ExportRun =
  | { readonly state: 'idle' }
  | { readonly state: 'making'; readonly jobId: string | null }
  /** Making it failed, or was stopped. */
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'stopped' }
  /** Held, and not saved: the person called it off, or it could not be written. */
  | { readonly state: 'made'; readonly made: Made; readonly error: unknown }
  | { readonly state: 'saved'; readonly made: Made; readonly name: string; readonly canShow: boolean }

const IDLE: ExportRun = { state: 'idle' }

export interface ExportRunner {
  readonly run: ExportRun
  readonly start: (input: ExportInput) => void
  readonly save: (made: Made) => void
  readonly show: (made: Made) => void
  /** Something else is chosen: what was made is not that. */
  readonly forget: () => void
}

export function useExportRun(): ExportRunner {
  const say = useSay()
  const showError = useShowError()
  const isMounted = useMounted()
  const [run, setRun] = useState<ExportRun>(IDLE)

  const show = useCallback(({ outputId }: Made) => void hostCall('outputs.show', { outputId, how: 'folder' }).catch(showError), [showError])
  const save = useCallback(
    async (made: Made): Promise<void> => {
      try {
        const { name } = await hostCall('outputs.save', { outputId: made.outputId, name: made.name })
        if (name === null) return setRun({ state: 'made', made, error: null })
        // A browser keeps its own downloads, and shows them itself.
        const canShow = (await hostCall('host.info', {})).kind === 'electron'
        setRun({ state: 'saved', made, name, canShow })
        if (isMounted()) return
        const action = { label: say('export.show'), onPress: () => show(made) }
        toasts.add({ kind: 'success', text: say('export.saved', { name }), ...(canShow && { action }) })
      } catch (error) {
        setRun({ state: 'made', made, error })
        if (!isMounted()) showError(error)
      }
    },
    [isMounted, say, show, showError],
  )
  const start = useCallback(
    async (input: ExportInput): Promise<void> => {
      setRun({ state: 'making', jobId: null })
      try {
        const { jobId } = await sharedClient().call('exports.start', input)
        setRun({ state: 'making', jobId })
        const { state, result, error } = await jobEnded(jobId)
        if (state === 'cancelled') return setRun({ state: 'stopped' })
        if (result?.kind !== 'export') throw new ParleyError(error?.code ?? 'internal', error?.details)
        await save(result)
      } catch (error) {
        setRun({ state: 'failed', error })
        if (!isMounted()) showError(error)
      }
    },
    [isMounted, save, showError],
  )
  return {
    run,
    start: (input) => void start(input),
    save: (made) => void save(made),
    show,
    forget: () => setRun((now) => (now.state === 'making' ? now : IDLE)),
  }
}
