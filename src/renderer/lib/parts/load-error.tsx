/** What stands in a view's place when its data could not be had: why, and a way to try again. */
import { TriangleAlert } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { errorText, useSay } from '../say.ts'

export function LoadError({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const say = useSay()
  return (
    <EmptyState icon={<TriangleAlert />} title={say('broken.noData')} actions={<Button label={say('broken.again')} onPress={onAgain} />}>
      {errorText(say, error)}
    </EmptyState>
  )
}
