/**
 * Parties and issues as choices of a combo box or token field, those used last in front: in the article that is open, then in the
 * library. Ids are texts there; a typed text that is new stays text, for the core to make.
 */
import { useMemo } from 'react'
import { PATH_SEPARATOR } from '../../../shared/domain/codebook.ts'
import { placesOf, useRecentIds } from '../../stores/recent.ts'
import type { ComboItem } from '../../ui/combo-box.tsx'
import type { Codebook } from '../codebook.ts'

const NONE: readonly never[] = []

/** Used last, then most used; found by any alias. Retired ones are left out unless they are in `keep`. */
export function usePartyItems({ parties, partyById }: Codebook, keep: readonly (number | null)[] = NONE): ComboItem[] {
  const recent = useRecentIds().parties
  return useMemo(() => {
    const place = placesOf(recent)
    return parties
      .filter((party) => !party.retired || keep.includes(party.id))
      .toSorted((a, b) => place(a.id) - place(b.id) || b.annotations - a.annotations)
      .map((party) => {
        const parent = party.parentId === null ? undefined : partyById.get(party.parentId)
        return {
          id: String(party.id),
          label: party.name,
          keywords: party.aliases.map((alias) => alias.name),
          ...(parent && { detail: parent.name }),
        }
      })
  }, [parties, partyById, keep, recent])
}

/** Used last, then in tree order; found by any level of the path. */
export function useIssueItems({ issues }: Codebook, keep: readonly number[] = NONE): ComboItem[] {
  const recent = useRecentIds().issues
  return useMemo(() => {
    const place = placesOf(recent)
    return issues
      .filter((issue) => !issue.retired || keep.includes(issue.id))
      .toSorted((a, b) => place(a.id) - place(b.id))
      .map((issue) => ({ id: String(issue.id), label: issue.path.join(PATH_SEPARATOR), keywords: [issue.name] }))
  }, [issues, keep, recent])
}
