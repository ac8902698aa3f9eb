/**
 * Says what was just done and offers to take it back. The offer stands for that one step: when something else was done since, undo
 * would take back the wrong thing, so it says so instead.
 */
import { useCallback } from 'react'
import { toasts } from '../stores/toasts.ts'
import { useAction, useShowError } from './data.ts'
import { useSay } from './say.ts'
import { sharedClient } from './transport/client.ts'

/** What an offer to take a step back is about; it goes away once that is no longer the last step. */
export const aboutUndo = (seq: number): string => `undo ${seq}`
/** The same of an offer to do a step again. */
export const aboutRedo = (seq: number): string => `redo ${seq}`

/** To be called right after the step. */
export function useOfferUndo(): (text: string) => void {
  const say = useSay()
  const showError = useShowError()
  const { run: undo } = useAction('history.undo')
  return useCallback(
    (text) => {
      const lastStep = async (): Promise<number | null> => (await sharedClient().call('history.state', {})).undo?.seq ?? null
      const offer = async (): Promise<void> => {
        const offered = await lastStep()
        const takeBack = async (): Promise<void> => {
          if ((await lastStep()) === offered) await undo({})
          else toasts.add({ kind: 'info', text: say('history.notLast') })
        }
        toasts.add({
          kind: 'info',
          text,
          ...(offered !== null && { about: aboutUndo(offered) }),
          action: { label: say('history.undo'), onPress: () => void takeBack().catch(showError) },
        })
      }
      void offer().catch(showError)
    },
    [say, showError, undo],
  )
}
