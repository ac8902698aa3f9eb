/** Which files of a folder are meant: nothing a person put there is left out, and nothing systems put there comes in. */
import { expect, test } from 'vitest'
import { meantFiles, MOST_FILES, pageFolders } from '../../../../src/shared/util/folder-files.ts'

const meant = (...paths: string[]): readonly string[] => meantFiles(paths, (path) => path).files

test('what belongs to a saved page stays away with it, in whatever language the browser spoke', () => {
  expect(meant('p/Talks.html', 'p/Talks_files/a.js', 'p/Talks_files/deep/b.css', 'p/Notiz.htm', 'p/Notiz-Dateien/c.png')).toEqual([
    'p/Notiz.htm',
    'p/Talks.html',
  ])
  expect([...pageFolders(['مذاكرات_files', 'Talks.files'], ['مذاكرات.html', 'talks.HTML'])]).toEqual(['مذاكرات_files', 'Talks.files'])
})

test('a folder that only looks like one of a page is read', () => {
  expect(meant('p/Talks_files/a.txt', 'p/Other.html', 'p/dossier_2025/b.txt')).toEqual([
    'p/dossier_2025/b.txt',
    'p/Other.html',
    'p/Talks_files/a.txt',
  ])
})

test('files that systems and programs keep for themselves are no articles', () => {
  expect(
    meant('p/.DS_Store', 'p/Thumbs.db', 'p/._a.txt', 'p/~$report.docx', 'p/.git/config', 'p/__MACOSX/p/a.txt', 'p/.hidden.txt'),
  ).toEqual([])
})

test('folders that a person made beside a page of the same name are read; only what browsers add belongs to the page', () => {
  const folders = ['Talks-2024', 'Talks_notes', 'Iran_2025', 'Talks.old', 'Talks_files', 'Iran-Dateien', 'Iran_fichiers', 'Iran_archivos']
  expect([...pageFolders(folders, ['Talks.html', 'Iran.html'])]).toEqual(['Talks_files', 'Iran-Dateien', 'Iran_fichiers', 'Iran_archivos'])
})

test('D25 what stays away is counted: what is not meant, and what is too deep', () => {
  const deep = `p/${Array.from({ length: 30 }, (_, level) => level).join('/')}/x.txt`
  const paths = ['p/Talks.html', 'p/Talks_files/a.js', 'p/.DS_Store', 'p/.git/config', deep]
  expect(meantFiles(paths, (path) => path)).toEqual({ files: ['p/Talks.html'], left: 1, passed: 3 })
})

test('D25 in the order of their names, numbers by value, and not without end', () => {
  expect(meant('p/10.txt', 'p/9.txt', 'p/a/1.txt')).toEqual(['p/9.txt', 'p/10.txt', 'p/a/1.txt'])
  expect(meant(...Array.from({ length: MOST_FILES + 5 }, (_, n) => `p/${n}.txt`))).toHaveLength(MOST_FILES)
})
