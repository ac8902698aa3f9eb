/** The values kept for an article (sticky speaker, targets, issues) as they are in the library that is open. */
import { useMemo } from 'react'
import { NOTHING_KEPT, useCoding, type Kept } from '../stores/coding.ts'
import type { Codebook } from './codebook.ts'
import { useData } from './data.ts'

export interface KeptValues {
  /** Without what is no longer in the codebook. */
  kept: Kept
  /** The same as it is this moment, which may be newer than what was drawn last. */
  now: () => Kept
  keep: (values: Partial<Kept>) => void
}

export function useKept(articleId: number, { partyById, issueById }: Codebook): KeptValues {
  const { data: status } = useData('library.status', {})
  const library = status?.uid ?? ''
  const stored = useCoding((state) => state.kept.get(library)?.get(articleId)) ?? NOTHING_KEPT
  return useMemo(() => {
    const known = ({ speaker, targets, issues }: Kept): Kept => ({
      speaker: speaker !== null && partyById.has(speaker) ? speaker : null,
      targets: targets.filter((id) => partyById.has(id)),
      issues: issues.filter((id) => issueById.has(id)),
    })
    return {
      kept: known(stored),
      now: () => known(useCoding.getState().kept.get(library)?.get(articleId) ?? NOTHING_KEPT),
      keep: (values) => useCoding.getState().keep(library, articleId, values),
    }
  }, [stored, partyById, issueById, library, articleId])
}
