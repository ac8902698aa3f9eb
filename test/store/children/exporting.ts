/** Writes one file over and over, with one letter and then another, until killed. One line per finished file. */
import { writeSync } from 'node:fs'
import { writeFileAtomic } from '../../../src/core/store/atomic-file.ts'

const [target = '', size = '1'] = process.argv.slice(2)
writeSync(1, 'ready\n')
for (let round = 0; ; round++) {
  writeFileAtomic(target, Buffer.alloc(Number(size), round % 2 === 0 ? 'b' : 'c'))
  writeSync(1, 'written\n')
}
