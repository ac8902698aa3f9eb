/** Folders that are dropped: every file a person put there, in order, and no endless walk. */
import { expect, test } from 'vitest'
import { filesIn } from '../../../../src/renderer/lib/dropped-files.ts'

type Tree = { [name: string]: string | Tree }

/** An entry as browsers give it: folders hand out their children in pieces, and an empty piece at the end. */
function entry(name: string, content: string | Tree): FileSystemEntry {
  if (typeof content === 'string') {
    const file = (done: (file: File) => void, failed: (error: Error) => void): void =>
      content === 'unreadable' ? failed(new Error('no')) : done(new File([content], name))
    return { name, isFile: true, isDirectory: false, file } as unknown as FileSystemEntry
  }
  const createReader = () => {
    const left = Object.entries(content)
    return {
      readEntries: (done: (entries: FileSystemEntry[]) => void, failed: (error: Error) => void): void =>
        name === 'locked' ? failed(new Error('no')) : done(left.splice(0, 2).map(([child, inside]) => entry(child, inside))),
    }
  }
  return { name, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry
}
const dropped = (tree: Tree) => filesIn({ files: [], entries: Object.entries(tree).map(([name, content]) => entry(name, content)) })

test('D25 files and folders, those in them too, in the order of their names', async () => {
  const found = await dropped({
    press: { '10.txt': 'x', '9.txt': 'x', more: { 'a.txt': 'x', 'b.txt': 'x', 'c.txt': 'x' } },
    'single.txt': 'x',
  })
  expect(found.files.map(({ name }) => name)).toEqual(['single.txt', '9.txt', '10.txt', 'a.txt', 'b.txt', 'c.txt'])
  expect(found).toMatchObject({ leftOut: 0, isCut: false, unreadable: [] })
})

test('what belongs to a saved page and to the system is left out and counted', async () => {
  const found = await dropped({ p: { 'Talks.html': 'x', Talks_files: { 'a.js': 'x', 'b.css': 'x' }, '.DS_Store': 'x' } })
  expect(found.files.map(({ name }) => name)).toEqual(['Talks.html'])
  expect(found.leftOut).toBe(3)
})

test('D24 what cannot be read is named and holds up nothing', async () => {
  const found = await dropped({ p: { 'a.txt': 'unreadable', 'b.txt': 'x', locked: {} } })
  expect(found.files.map(({ name }) => name)).toEqual(['b.txt'])
  expect(found.unreadable).toEqual(['a.txt', 'locked'])
})

test('folders within folders come to an end', async () => {
  let tree: Tree = { 'deep.txt': 'x' }
  for (let depth = 0; depth < 40; depth++) tree = { [`f${depth}`]: tree }
  expect(await dropped({ ...tree, 'top.txt': 'x' })).toMatchObject({ isCut: true, files: [{ name: 'top.txt' }] })
})

test('without entries the files are taken as they are', async () => {
  const files = [new File(['x'], 'a.txt')]
  expect((await filesIn({ files, entries: [] })).files).toEqual(files)
})
