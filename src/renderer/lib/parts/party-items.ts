/** Parties and issues as choices of a combo box or token field. Ids are texts there; a typed text that is new stays text, for the core to make. */
import { useMemo } from 'react'
import { PATH_SEPARATOR } from '../../../shared/domain/codebook.ts'
import type { ComboItem } from '../../ui/combo-box.tsx'
import type { Codebook } from '../codebook.ts'

const NONE: readonly never[] = []

/** Most used first; found by any alias. Retired ones are left out unless they are in `keep`. */
export function usePartyItems({ parties, partyById }: Codebook, keep: readonly (number | null)[] = NONE): ComboItem[] {
  return useMemo(
    () =>
      parties
        .filter((party) => !party.retired || keep.includes(party.id))
        .toSorted((a, b) => b.annotations - a.annotations)
        .map((party) => {
          const parent = party.parentId === null ? undefined : partyById.get(party.parentId)
          return {
            id: String(party.id),
            label: party.name,
            keywords: party.aliases.map((alias) => alias.name),
            ...(parent && { detail: parent.name }),
          }
        }),
    [parties, partyById, keep],
  )
}

/** In tree order, found by any level of the path. */
export function useIssueItems({ issues }: Codebook, keep: readonly number[] = NONE): ComboItem[] {
  return useMemo(
    () =>
      issues
        .filter((issue) => !issue.retired || keep.includes(issue.id))
        .map((issue) => ({ id: String(issue.id), label: issue.path.join(PATH_SEPARATOR), keywords: [issue.name] })),
    [issues, keep],
  )
}
