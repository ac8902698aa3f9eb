/** Above the text while a passage is chosen by hand: whose, what to do, and the two ways out. Pressing keeps the selection. */
import { useEffect } from 'react'
import { useSay } from '../../lib/say.ts'
import { shorten } from '../../lib/shorten.ts'
import { useKeyOf } from '../../lib/use-key-of.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import type { ReaderPage } from './page.ts'
import type { PlacingByHand } from './use-placing.ts'

export function PlacingBar({ page: { surface }, placing }: { page: ReaderPage; placing: PlacingByHand }) {
  const say = useSay()
  const keyOf = useKeyOf()
  const { wish, place, cancel } = placing
  const id = wish?.annotationId
  // Whoever came by key goes on by key: the selection is made in the text.
  useEffect(() => {
    if (id !== undefined) surface?.focus()
  }, [surface, id])
  if (!wish) return null
  const key = keyOf('placeHere')
  return (
    <Banner
      kind="info"
      title={say('placing.title', { quote: shorten(wish.quote, 120) })}
      actions={
        <>
          <Button label={say('placing.cancel')} size="small" onPress={cancel} />
          <Button
            label={say('placing.place')}
            size="small"
            kind="primary"
            isDisabled={place === null}
            onPress={() => place?.()}
            {...(key !== null && { shortcut: key })}
          />
        </>
      }
    >
      {say('placing.how', { key: key ?? 'none' })}
    </Banner>
  )
}
