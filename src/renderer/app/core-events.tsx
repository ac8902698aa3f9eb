/** Listens to the core and the host for the whole window: marks data as out of date, follows jobs, goes where a new library begins. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { touchSchema } from '../../shared/rpc/define.ts'
import type { CoreEvent } from '../../shared/rpc/events.ts'
import type { Job } from '../../shared/domain/job.ts'
import { useInvalidate, useShowError } from '../lib/data.ts'
import { useSay } from '../lib/say.ts'
import { sharedClient } from '../lib/transport/client.ts'
import { beginLibraryEpoch } from '../lib/transport/library-epoch.ts'
import { useCoding } from '../stores/coding.ts'
import { usePicked } from '../stores/picked.ts'
import { useArticleFilter } from '../stores/article-filter.ts'
import { forgetPlaces } from '../stores/last-places.ts'
import { useLedger } from '../stores/ledger.ts'
import { useSettings } from '../stores/settings.ts'
import { toasts } from '../stores/toasts.ts'
import { useSearch } from '../stores/search.ts'
import { useWorkbench } from '../stores/workbench.ts'
import { router } from './router.tsx'

export function CoreEvents() {
  const invalidate = useInvalidate()
  const queryClient = useQueryClient()
  const showError = useShowError()
  const say = useSay()

  useEffect(() => {
    useSettings.getState().load().catch(showError)
    // What a page before this one was typing when it went.
    void sharedClient()
      .call('annotations.settle', {})
      .catch(() => undefined)
  }, [showError])

  /** What became of jobs while nobody listened; one that the core no longer knows went with the core before it. */
  const catchUp = useCallback(async (): Promise<void> => {
    const known = await sharedClient().call('jobs.list', {})
    const gone = [...useWorkbench.getState().jobs.values()].filter(
      (job) => job.state === 'running' && !known.some(({ id }) => id === job.id),
    )
    useWorkbench.getState().noteJobs([...known, ...gone.map((job) => failed(job, say('error.core-gone')))])
  }, [say])

  useEffect(() => {
    void catchUp().catch(showError)
    const hear = (event: CoreEvent): void => {
      if (event.event === 'changed') {
        if (event.payload.touches.includes('jobs')) void catchUp().catch(showError)
        return invalidate(event.payload.touches)
      }
      if (event.event === 'jobMoved') {
        useWorkbench.getState().noteJobs([event.payload.job])
        return invalidate(['jobs'])
      }
      if (event.event === 'coreRestarted') {
        void catchUp().catch(showError)
        toasts.add({ kind: 'error', text: say('error.core-gone'), key: 'core-gone' })
        return invalidate(touchSchema.options)
      }
      // Another library: nothing that was on screen belongs to it, nor what is being typed there.
      beginLibraryEpoch()
      void queryClient.resetQueries()
      useWorkbench.getState().reset()
      useCoding.getState().reset()
      usePicked.getState().reset()
      useSearch.getState().reset()
      useLedger.getState().reset()
      forgetPlaces()
      useArticleFilter.getState().reset()
      for (const toast of toasts.list()) if (toast.action) toasts.close(toast.id)
      void router.navigate({ to: event.payload.status.open ? '/read' : '/' })
    }
    return sharedClient().subscribe(hear)
  }, [catchUp, invalidate, queryClient, say, showError])
  return null
}

const failed = (job: Job, message: string): Job => ({ ...job, state: 'failed', error: { code: 'core-gone', message } })
