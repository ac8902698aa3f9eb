/** Opens a library, tries everything that would write, and says in one line what came of it. */
import { randomUUID } from 'node:crypto'
import { openLibraryFile } from '../../../src/core/store/library-file.ts'
import { ParleyError } from '../../../src/shared/rpc/envelope.ts'
import { addParty } from '../helpers/rows.ts'

function failure(work: () => unknown): { code: string; reason: unknown } {
  try {
    work()
    return { code: 'ok', reason: null }
  } catch (error) {
    if (error instanceof ParleyError) return { code: error.code, reason: error.details['reason'] }
    throw error
  }
}

let answer: unknown
const opening = failure(() => {
  const library = openLibraryFile(process.argv[2] ?? '', { clock: () => Date.now(), uid: () => randomUUID(), coder: 'Child' })
  const parties = library.read.column('SELECT name FROM party')
  const write = failure(() => library.write({ kind: 'test', subject: null, count: 1 }, (db) => addParty(db, 'Doha')))
  const steps = library.steps({ limit: 10 }).length
  answer = {
    readOnly: library.readOnly,
    parties,
    write: write.code,
    reason: write.reason,
    undo: failure(() => library.undo()).code,
    steps,
    check: library.check().history.length,
  }
  library.close()
})
process.stdout.write(`${JSON.stringify(answer ?? opening)}\n`)
