/** Coders of a project by name: who has coded there has coded here. Nothing else of them is ever taken. */
import type { WriteDb } from '../store/types.ts'

const LONGEST = 300

/** The id of the coder with this name, made where there is none; whoever is at work where there is no name. */
export function coderIdOf(db: WriteDb, name: string | null | undefined, { coderId, uid }: { coderId: number; uid: () => string }): number {
  const clean = (name ?? '')
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
  if (clean === '') return coderId
  const known = db.get<{ id: number }>('SELECT id FROM coder WHERE name = ?', [clean])
  return known?.id ?? db.run('INSERT INTO coder(uid, name) VALUES (?, ?)', [uid(), clean]).lastId
}
