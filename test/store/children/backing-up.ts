/** Copies a library to one place over and over, until killed. One line per finished copy. */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openLibraryFile } from '../../../src/core/store/library-file.ts'

const [path = '', target = ''] = process.argv.slice(2)
const library = openLibraryFile(path, { clock: () => Date.now(), uid: () => randomUUID(), coder: 'Child' })
writeSync(1, 'ready\n')
for (;;) {
  await library.backup(target)
  writeSync(1, 'copied\n')
}
