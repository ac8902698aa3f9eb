/** C23: odd names open the file that they name, and no other; impossible ones are refused in words. C15, H6: modes. */
import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createLibraryFile, openLibraryFile } from '../../src/core/store/library-file.ts'
import { closedLater, label, options, tempFolder } from './helpers/library.ts'
import { addParty } from './helpers/rows.ts'

const long = (bytes: number) => `${'é'.repeat((bytes - '.parley'.length - 1) / 2)}x.parley`

const names = [
  'with space.parley',
  '100%.parley',
  '%20.parley',
  'a#b.parley',
  'what?mode=ro.parley',
  '?immutable=1',
  'emoji 🕊️.parley',
  'new\nline.parley',
  'tab\t.parley',
  'quote\'".parley',
  'back\\slash.parley',
  ' leading space.parley',
  'file:talks.parley',
  ':memory:',
  '-dash.parley',
  'امن مذاکرات.parley',
  'NUL.parley',
  'con',
  'a:b.parley',
  '.hidden',
  'talks.parley.',
  `é-nfc.parley`.normalize('NFC'),
  long(247),
]

describe('C23 names', () => {
  test.each(names)('C23 %j: made, closed, opened, copied', async (name) => {
    const folder = tempFolder()
    const path = join(folder, name)
    const library = closedLater(createLibraryFile(path, options()))
    library.write(label(), (db) => addParty(db, name))
    await library.backup(join(folder, `copy ${name}`.slice(0, 60)))
    library.close()
    expect(readdirSync(folder).sort()).toEqual([name, `copy ${name}`.slice(0, 60)].sort())
    for (const readOnly of [false, true]) {
      const again = closedLater(openLibraryFile(path, options({ readOnly })))
      expect(again.read.column('SELECT name FROM party')).toEqual([name])
      again.close()
    }
    rmSync(path)
    expect(() => openLibraryFile(path, options())).toThrow('library-missing')
  })

  test('C23 twins in composed and decomposed form are two libraries where the file system says so', () => {
    const folder = tempFolder()
    const twins = ['é.parley'.normalize('NFC'), 'é.parley'.normalize('NFD')]
    for (const name of twins) {
      const library = createLibraryFile(join(folder, name), options())
      library.write(label(), (db) => addParty(db, name))
      library.close()
    }
    for (const name of twins) {
      const again = openLibraryFile(join(folder, name), options())
      expect(again.read.column('SELECT name FROM party')).toEqual([name])
      again.close()
    }
  })

  test.each([
    ['a name with no room for the companions', join(tmp(), long(251)), 'name-too-long'],
    ['a path longer than the engine takes', join(tmp(), ...Array<string>(12).fill('d'.repeat(50)), 'talks.parley'), 'name-too-long'],
    ['a space at the end', join(tmp(), 'talks.parley '), 'name-invalid'],
    ['a line break at the end', join(tmp(), 'talks.parley\n'), 'name-invalid'],
    ['a NUL', `${tmp()}/a\0b.parley`, 'name-invalid'],
  ])('C23 %s: refused in words', (_, path, reason) => {
    for (const attempt of [() => createLibraryFile(path, options()), () => openLibraryFile(path, options())]) {
      expect(attempt).toThrow(expect.objectContaining({ code: 'file-unwritable', details: { reason } }))
    }
  })

  test('C23 through a link, and relative: the same library, known as one', () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'real'))
    const library = closedLater(createLibraryFile(join(folder, 'real', 'talks.parley'), options()))
    library.write(label(), (db) => addParty(db, 'Kabul'))
    symlinkSync(join(folder, 'real', 'talks.parley'), join(folder, 'link.parley'))
    symlinkSync(join(folder, 'real'), join(folder, 'folder'))
    for (const path of ['link.parley', 'folder/talks.parley'])
      expect(() => openLibraryFile(join(folder, path), options())).toThrow('library-locked')
    library.close()
    for (const path of ['link.parley', 'folder/talks.parley']) {
      const again = openLibraryFile(join(folder, path), options())
      expect(again.path).toBe(join(folder, path))
      expect(again.read.column('SELECT name FROM party')).toEqual(['Kabul'])
      again.close()
    }
    expect(readdirSync(folder).sort()).toEqual(['folder', 'link.parley', 'real'])
    expect(readdirSync(join(folder, 'real'))).toEqual(['talks.parley'])
  })
})

describe('making', () => {
  test('nothing that is there is ever replaced', () => {
    const path = join(tempFolder(), 'talks.parley')
    createLibraryFile(path, options()).close()
    expect(() => createLibraryFile(path, options())).toThrow('library-exists')
    expect(() => createLibraryFile(dirname(path), options())).toThrow('library-exists')
    const lone = join(tempFolder(), 'lone.parley')
    mkdirSync(`${lone}-wal`)
    expect(() => createLibraryFile(lone, options())).toThrow('library-exists')
    symlinkSync(join(tempFolder(), 'nowhere'), `${lone}2`)
    expect(() => createLibraryFile(`${lone}2`, options())).toThrow('library-exists')
    expect(() => createLibraryFile(join(tempFolder(), 'no', 'folder.parley'), options())).toThrow(
      expect.objectContaining({ code: 'file-unwritable', details: { reason: 'ENOENT' } }),
    )
    expect(readdirSync(dirname(path))).toEqual([basename(path)])
  })

  test('what cannot be set up leaves no file', () => {
    const path = join(tempFolder(), 'talks.parley')
    const broken = {
      version: 20,
      name: 'broken',
      up: () => {
        throw new Error('no')
      },
    }
    expect(() => createLibraryFile(path, options({ migrations: [broken] }))).toThrow('no')
    expect(() => createLibraryFile(path, options({ coder: '  ' }))).toThrow('invalid-input')
    expect(readdirSync(dirname(path))).toEqual([])
  })
})

function tmp(): string {
  return '/tmp'
}
