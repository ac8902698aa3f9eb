/** Removes every annotation in one step, and is killed somewhere in it. */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openLibraryFile } from '../../../src/core/store/library-file.ts'

const library = openLibraryFile(process.argv[2] ?? '', { clock: () => Date.now(), uid: () => randomUUID(), coder: 'Child' })
writeSync(1, 'ready\n')
library.write({ kind: 'annotations.remove', subject: null, count: 10_000 }, (db) => db.run('DELETE FROM annotation'))
writeSync(1, 'removed\n')
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000)
