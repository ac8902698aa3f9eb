/** Words and numbers of the network: names of parties and issues, values as they are divided, and what is said of a pair. */
import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { NetworkEdge, Normalisation } from '../../../shared/domain/network.ts'
import { issueText, type Codebook } from '../../lib/codebook.ts'
import { useSay, type Say } from '../../lib/say.ts'

export interface NetworkWords {
  say: Say
  party: (id: number) => string
  issue: (id: number) => string
  isMediator: (id: number) => boolean
  /** "3", or "0.57" where it is divided. */
  number: (value: number) => string
  /** "Council and Movement agree on 3 issues, and stand against each other on 1." */
  pair: (a: number, b: number, edge: NetworkEdge | undefined) => string
}

export function useNetworkWords(codebook: Codebook, normalisation: Normalisation): NetworkWords {
  const say = useSay()
  const intl = useIntl()
  return useMemo(() => {
    const digits = normalisation === 'none' ? 0 : 2
    const number = (value: number): string => intl.formatNumber(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    const party = (id: number): string => codebook.partyById.get(id)?.name ?? ''
    return {
      say,
      party,
      issue: (id) => {
        const found = codebook.issueById.get(id)
        return found ? issueText(found) : ''
      },
      isMediator: (id) => {
        const found = codebook.partyById.get(id)
        return found?.role === 'mediator' || found?.kind === 'mediator'
      },
      number,
      pair: (a, b, edge) => {
        const names = { one: party(a), other: party(b) }
        if (!edge) return say('network.pair.none', names)
        const counted = say('network.pair.said', { ...names, agreed: edge.agreed, opposed: edge.opposed })
        if (normalisation === 'none') return counted
        return `${counted} ${say('network.pair.divided', { agreement: number(edge.congruence), conflict: number(edge.conflict) })}`
      },
    }
  }, [codebook, normalisation, say, intl])
}
