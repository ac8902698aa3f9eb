/** What stands in a view's place when it broke: that nothing is lost, the details to copy (never text of an article), and ways on. */
import { useQueryClient } from '@tanstack/react-query'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { errorText, useSay } from '../lib/say.ts'
import { toasts } from '../stores/toasts.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

export function RouteError({ error, reset }: ErrorComponentProps) {
  const say = useSay()
  const router = useRouter()
  const answers = useQueryClient()
  const copy = (): void => {
    navigator.clipboard.writeText(detailsOf(error)).then(
      () => toasts.add({ kind: 'info', text: say('broken.copied') }),
      () => toasts.add({ kind: 'error', text: say('broken.notCopied') }),
    )
  }
  return (
    <EmptyState
      icon={<TriangleAlert />}
      title={say('broken.title')}
      actions={
        <>
          <Button label={say('broken.copy')} onPress={copy} />
          <Button
            label={say('broken.again')}
            kind="primary"
            onPress={() => {
              // An answer that broke the view would break it again: what it had asked for is asked anew.
              answers.removeQueries({ type: 'inactive' })
              reset()
              void router.invalidate()
            }}
          />
        </>
      }
    >
      {error instanceof ParleyError ? errorText(say, error) : say('broken.text')}
    </EmptyState>
  )
}

/** Name, code and the places in our own code; not the message, which may quote an article. */
function detailsOf(error: unknown): string {
  if (error instanceof ParleyError) return `ParleyError ${error.code}`
  if (!(error instanceof Error)) return 'unknown error'
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s*at /.test(line))
    .slice(0, 10)
  return [error.name, ...frames].join('\n')
}
