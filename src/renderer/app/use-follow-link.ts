/** Goes to the passage that a link of a report leads to; says so where it is not in the open library. */
import { useCallback } from 'react'
import { useShowError } from '../lib/data.ts'
import { usePlaces } from '../lib/places.ts'
import { useSay } from '../lib/say.ts'
import { sharedClient } from '../lib/transport/client.ts'
import { toasts } from '../stores/toasts.ts'

export function useFollowLink(): (link: string) => void {
  const say = useSay()
  const places = usePlaces()
  const showError = useShowError()
  return useCallback(
    (link) =>
      void sharedClient()
        .call('links.find', { link })
        .then((found) => {
          if (found) places.read(found.articleId, found.annotationId ?? undefined)
          else toasts.add({ kind: 'info', text: say('link.notHere'), key: 'link-not-here' })
        })
        .catch(showError),
    [say, places, showError],
  )
}
