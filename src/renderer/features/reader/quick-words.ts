/** The pieces of a quick line in words, and as the coding that they set. */
import { parseIssuePath } from '../../../shared/domain/codebook.ts'
import { issueText, type Codebook } from '../../lib/codebook.ts'
import type { Say } from '../../lib/say.ts'
import type { QuickPiece } from './quick-parse.ts'
import type { QuickCoding } from './use-tagging.ts'

/** What a piece is called: the name in the codebook, or what was typed. */
export function nameOf(piece: QuickPiece, { tagById, partyById, issueById }: Codebook): string {
  if (piece.role === 'unknown') return piece.text
  if (piece.role === 'intensity') return String(piece.value)
  if ('name' in piece) return piece.name
  if (piece.role === 'tag') return tagById.get(piece.id)?.name ?? ''
  if (piece.role !== 'issue') return partyById.get(piece.id)?.name ?? ''
  const issue = issueById.get(piece.id)
  return issue ? issueText(issue) : ''
}

/** "Speaker", "Target", …; with "new" where the core would make it. */
export function roleText(piece: QuickPiece, say: Say): string {
  const role = say(`quick.role.${piece.role}`)
  return 'name' in piece ? say('quick.new', { role }) : role
}

/** One line for screen readers: "Tag Demand, Speaker Pakistan". */
export const spoken = (pieces: readonly QuickPiece[], codebook: Codebook, say: Say): string =>
  pieces.map((piece) => `${roleText(piece, say)} ${nameOf(piece, codebook)}`).join(', ')

/** What the pieces set. What nobody is called must have been settled before. */
export function codingOf(pieces: readonly QuickPiece[]): QuickCoding {
  const coding: QuickCoding = {}
  for (const piece of pieces) {
    if (piece.role === 'unknown') throw new Error('a word without a meaning cannot be coded')
    if (piece.role === 'tag') coding.tag = piece.id
    else if (piece.role === 'intensity') coding.intensity = piece.value
    else if (piece.role === 'speaker') coding.speaker = 'id' in piece ? piece.id : piece.name
    else if (piece.role === 'target') (coding.targets ??= []).push('id' in piece ? piece.id : piece.name)
    else (coding.issues ??= []).push('id' in piece ? piece.id : parseIssuePath(piece.name))
  }
  return coding
}
