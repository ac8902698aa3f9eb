/** Opens an article where it was left, and remembers where one is. An address that names an annotation goes to that instead. */
import { useEffect, useRef } from 'react'
import { leaveReadingPlace, readingPlaceOf } from '../../stores/reading-places.ts'
import { useSettings } from '../../stores/settings.ts'
import type { ReaderPage } from './page.ts'

/** The screen rests this long before its place counts, ms. */
const REST = 150

export function useReadingPlace({ surface, article }: Pick<ReaderPage, 'surface' | 'article'>, hasTarget: boolean): void {
  const loaded = useSettings((state) => state.loaded)
  const { uid } = article
  const target = useRef(hasTarget)
  useEffect(() => {
    if (!surface || !loaded) return
    const place = target.current ? null : readingPlaceOf(uid)
    if (place !== null && surface.place === 0) surface.scrollTo(place, 'top')
    // The next surface of this page is made for a changed text: there is nothing to go to any more.
    target.current = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = surface.watchViewport(() => {
      clearTimeout(timer)
      timer = setTimeout(() => leaveReadingPlace(uid, surface.place), REST)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [surface, loaded, uid])
}
