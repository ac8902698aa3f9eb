/**
 * The library itself as a copy to share. Without its history it holds what is there now and is to go out, and nothing else: no steps, no
 * earlier or deleted texts, no names of files, no searches. With its history it is all of the library, so nothing of it can be left out
 * then: a step holds what was there before it. Passages alone make no library either, because annotations stand in texts.
 */
import { ParleyError } from '../../../shared/rpc/envelope.ts'
import { say } from '../../messages.ts'
import { shareCopy, wholeCopy } from '../../store/share-copy.ts'
import { shareLosses, wholeLosses } from '../../store/share-losses.ts'
import type { Chosen } from '../../store/share-extent.ts'
import type { ReadDb } from '../../store/types.ts'
import { chosenFor, isNarrowed } from '../interchange/chosen.ts'
import type { Exporter, ExportChoice } from '../interchange/types.ts'
import { coderNumbers } from '../sheets/library/names.ts'

export const exporter: Exporter = {
  write: async (db, choice, { pause }) => {
    const lost = losses(db, choice)
    if (choice.history) return { bytes: await wholeCopy(db, choice, pause), lost }
    const numbers = coderNumbers(db)
    const coderName = choice.coders ? null : (name: string): string => say('export.coder', { number: numbers.get(name) ?? 0 })
    return { bytes: await shareCopy(db, { ...choice, chosen: chosenIn(db, choice), coderName }, pause), lost }
  },
  losses,
}

function losses(db: ReadDb, choice: ExportChoice): ReturnType<Exporter['losses']> {
  refuseImpossible(choice)
  return choice.history ? wholeLosses(db, choice.originals) : shareLosses(db, { ...choice, chosen: chosenIn(db, choice) })
}

/** Throws `invalid-input` with a reason that has words of its own. */
function refuseImpossible(choice: ExportChoice): void {
  if (choice.quotesOnly) throw new ParleyError('invalid-input', { where: 'quotesOnly', reason: 'copy-quotes' })
  if (choice.history && (!choice.coders || !choice.notes || isNarrowed(choice)))
    throw new ParleyError('invalid-input', { where: 'history', reason: 'copy-history' })
}

function chosenIn(db: ReadDb, choice: ExportChoice): Chosen | null {
  if (!isNarrowed(choice)) return null
  const { articleIds, annotations } = chosenFor(db, choice)
  return { articles: articleIds, annotations: annotations.map(({ id }) => id) }
}
