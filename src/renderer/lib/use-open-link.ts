/** Opens an address of a text or a report outside Parley, and says so where the host does not open such an address. */
import { useCallback } from 'react'
import { toasts } from '../stores/toasts.ts'
import { useShowError } from './data.ts'
import { openLink } from './open-link.ts'
import { useSay } from './say.ts'

export function useOpenLink(): (url: string) => void {
  const say = useSay()
  const showError = useShowError()
  return useCallback(
    (url) =>
      void openLink(url).then((done) => {
        if (done === 'refused') toasts.add({ kind: 'error', text: say('article.linkRefused', { url }), key: url })
      }, showError),
    [say, showError],
  )
}
