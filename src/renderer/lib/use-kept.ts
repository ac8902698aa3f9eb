/** The values kept for an article (sticky speaker, targets, issues) as they are in the library that is open. */
import { useMemo } from 'react'
import { NOTHING_KEPT, useCoding, type Kept } from '../stores/coding.ts'
import type { Codebook } from './codebook.ts'
import { useData } from './data.ts'

export interface KeptValues {
  /** Without what is no longer in the codebook. */
  kept: Kept
  keep: (values: Partial<Kept>) => void
}

export function useKept(articleId: number, { partyById, issueById }: Codebook): KeptValues {
  const { data: status } = useData('library.status', {})
  const library = status?.uid ?? ''
  const stored = useCoding((state) => state.kept.get(library)?.get(articleId)) ?? NOTHING_KEPT
  return useMemo(
    () => ({
      kept: {
        speaker: stored.speaker !== null && partyById.has(stored.speaker) ? stored.speaker : null,
        targets: stored.targets.filter((id) => partyById.has(id)),
        issues: stored.issues.filter((id) => issueById.has(id)),
      },
      keep: (values) => useCoding.getState().keep(library, articleId, values),
    }),
    [stored, partyById, issueById, library, articleId],
  )
}
