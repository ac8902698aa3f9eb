/** Opens a library with a slow test migration on top, and is killed in the middle of it. */
import { randomUUID } from 'node:crypto'
import { openLibraryFile } from '../../../src/core/store/library-file.ts'
import { testMigrations } from '../helpers/migrations.ts'

const [path = '', stall = 'stall'] = process.argv.slice(2)
openLibraryFile(path, {
  clock: () => Date.now(),
  uid: () => randomUUID(),
  coder: 'Child',
  migrations: testMigrations(stall === 'stall'),
}).close()
process.stdout.write('migrated\n')
