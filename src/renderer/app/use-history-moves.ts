/** Going back and forth in the history from its panel: to a point, or one step by itself; says what happened and offers the way back. */
import { useIntl } from 'react-intl'
import type { Step } from '../../shared/domain/history.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { useShowError } from '../lib/data.ts'
import { useSay, type Say } from '../lib/say.ts'
import { stepText } from '../lib/step-text.ts'
import { sharedClient } from '../lib/transport/client.ts'
import { toasts } from '../stores/toasts.ts'

export interface HistoryMoves {
  /** Makes `seq` the last step that is done; 0: none is. */
  goTo: (seq: number) => Promise<void>
  revert: (step: Step) => Promise<void>
}

export function useHistoryMoves(): HistoryMoves {
  const say = useSay()
  const intl = useIntl()
  const showError = useShowError()

  const revert = async (step: Step): Promise<void> => {
    try {
      await sharedClient().call('history.revert', { seq: step.seq })
      toasts.add({ kind: 'info', text: say('history.reverted', { step: stepText(say, step) }), key: 'history' })
    } catch (error) {
      if (!(error instanceof ParleyError) || error.code !== 'undo-conflict') throw error
      toasts.add({ kind: 'error', text: conflictText(step, error), key: `conflict ${step.seq}` })
    }
  }
  /** Why a step cannot be taken back by itself: what later one stands in its way, by whom and when. */
  const conflictText = (step: Step, { details }: ParleyError): string => {
    const values = { step: stepText(say, step) }
    const { laterKind, laterSubject, laterCount, laterCoder, laterAt, laterSteps, what } = details
    if (what === 'undone' || what === 'left' || what === 'fixed') return say('history.conflict.over')
    if (typeof laterKind !== 'string') return say('history.conflict.needed', values)
    const later = stepText(say, {
      kind: laterKind,
      subject: typeof laterSubject === 'string' ? laterSubject : null,
      count: Number(laterCount),
    })
    const date = intl.formatDate(String(laterAt), { dateStyle: 'medium', timeStyle: 'short' })
    return say('history.conflict.changed', { ...values, later, coder: String(laterCoder), date, more: Number(laterSteps) - 1 })
  }
  return { goTo: (seq) => goTo(seq, say, showError).catch(showError), revert: (step) => revert(step).catch(showError) }
}

/** Says how far it went, and offers the way back to where the library was before. */
async function goTo(seq: number, say: Say, showError: (error: unknown) => undefined): Promise<void> {
  const client = sharedClient()
  const from = (await client.call('history.state', {})).undo?.seq ?? 0
  const { moved, way } = await client.call('history.goTo', { seq })
  if (way === 'none') return
  toasts.add({
    kind: 'info',
    text: say(way === 'undo' ? 'history.wentBack' : 'history.wentForth', { count: moved }),
    key: 'history',
    action: { label: say('history.return'), onPress: () => void goTo(from, say, showError).catch(showError) },
  })
}
