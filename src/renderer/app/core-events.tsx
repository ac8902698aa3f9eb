/** Listens to the core and the host for the whole window: marks data as out of date, follows jobs, goes where a new library begins. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { touchSchema } from '../../shared/rpc/define.ts'
import type { CoreEvent } from '../../shared/rpc/events.ts'
import { useInvalidate, useShowError } from '../lib/data.ts'
import { useSay } from '../lib/say.ts'
import { sharedClient } from '../lib/transport/client.ts'
import { useSettings } from '../stores/settings.ts'
import { toasts } from '../stores/toasts.ts'
import { useWorkbench } from '../stores/workbench.ts'
import { router } from './router.tsx'

export function CoreEvents() {
  const invalidate = useInvalidate()
  const queryClient = useQueryClient()
  const showError = useShowError()
  const say = useSay()

  useEffect(() => {
    useSettings.getState().load().catch(showError)
  }, [showError])

  useEffect(() => {
    const hear = (event: CoreEvent): void => {
      if (event.event === 'changed') return invalidate(event.payload.touches)
      if (event.event === 'jobMoved') {
        useWorkbench.getState().noteJob(event.payload.job)
        return invalidate(['jobs'])
      }
      if (event.event === 'coreRestarted') {
        toasts.add({ kind: 'error', text: say('error.core-gone'), key: 'core-gone' })
        return invalidate(touchSchema.options)
      }
      // Another library: nothing that was on screen belongs to it.
      void queryClient.resetQueries()
      useWorkbench.getState().forgetJobs()
      useWorkbench.getState().closeDialog()
      void router.navigate({ to: event.payload.status.open ? '/read' : '/' })
    }
    return sharedClient().subscribe(hear)
  }, [invalidate, queryClient, say])
  return null
}
