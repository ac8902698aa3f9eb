/** Opens a library, says so, and holds it until killed or told to let go over its standard input. */
import { randomUUID } from 'node:crypto'
import { openLibraryFile } from '../../../src/core/store/library-file.ts'

const [path = '', mode = 'write'] = process.argv.slice(2)
const library = openLibraryFile(path, { clock: () => Date.now(), uid: () => randomUUID(), coder: 'Child', readOnly: mode === 'read' })
process.stdout.write(`${JSON.stringify({ readOnly: library.readOnly, articles: library.read.value('SELECT count(*) FROM article') })}\n`)
process.stdin.once('data', () => {
  library.close()
  process.stdin.unref()
  process.stdout.write('closed\n')
})
