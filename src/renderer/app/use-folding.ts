/** Tells from the width of the window which panes fold. */
import { useEffect } from 'react'
import { FOLDS_BELOW, useFoldedPanes } from '../stores/folded-panes.ts'

export function useFolding(): void {
  useEffect(() => {
    const queries = { left: matchMedia(below(FOLDS_BELOW.left)), right: matchMedia(below(FOLDS_BELOW.right)) }
    const tell = (): void => useFoldedPanes.getState().setFolded({ left: queries.left.matches, right: queries.right.matches })
    tell()
    for (const query of Object.values(queries)) query.addEventListener('change', tell)
    return () => {
      for (const query of Object.values(queries)) query.removeEventListener('change', tell)
      useFoldedPanes.getState().setFolded({ left: false, right: false })
    }
  }, [])
}

const below = (width: number): string => `(width < ${width}px)`
