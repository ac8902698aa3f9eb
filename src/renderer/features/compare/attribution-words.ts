/** Who said it, for whom, and how that is known: "Foreign Ministry" with "for Kabul", "reported by Dawn, military sources", "Paraphrase". */
import type { Evidence } from '../../../shared/domain/compare.ts'
import type { Codebook } from '../../lib/codebook.ts'
import type { Say } from '../../lib/say.ts'

export function attributionOf(
  { speakerId, onBehalfOfId, reportedBy, attribution }: Evidence,
  { partyById }: Pick<Codebook, 'partyById'>,
  say: Say,
): { speaker: string; how: string[] } {
  const behalf = onBehalfOfId === null ? undefined : partyById.get(onBehalfOfId)?.name
  return {
    speaker: (speakerId === null ? undefined : partyById.get(speakerId)?.name) ?? say('cell.noSpeaker'),
    how: [
      behalf === undefined ? null : say('cell.onBehalfOf', { party: behalf }),
      attribution === null ? null : say(`attribution.${attribution}`),
      reportedBy.length === 0 ? null : say('cell.reportedBy', { chain: reportedBy.join(' ← ') }),
    ].filter((part) => part !== null),
  }
}
