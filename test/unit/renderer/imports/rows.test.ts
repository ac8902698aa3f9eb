/** Where each file counts in the list of an import: nothing is ready that is still being read, and what asks something is among those that ask. */
import { expect, test } from 'vitest'
import type { FileReading } from '../../../../src/renderer/features/imports/preview-reader.ts'
import { rowsOf, stateCounts } from '../../../../src/renderer/features/imports/rows.ts'
import type { ImportPreview } from '../../../../src/shared/domain/import.ts'

const file = (stagedId: string, over: Partial<ImportPreview> | null, how: FileReading['how'] = {}): FileReading => ({
  staged: { stagedId, name: `${stagedId}.txt`, bytes: 1 },
  how,
  isReading: over === null,
  error: null,
  preview: over && {
    stagedId,
    name: `${stagedId}.txt`,
    bytes: 1,
    format: 'text',
    problem: null,
    encoding: 'utf-8',
    certainty: 'certain',
    encodings: ['utf-8'],
    lost: [],
    table: null,
    remembered: false,
    project: null,
    articles: [],
    total: 0,
    ...over,
  },
})
const keys = (files: FileReading[], shown: Parameters<typeof rowsOf>[2]): string[] => rowsOf(files, new Set(), shown).map(({ key }) => key)

test('a file that is still being read is not ready', () => {
  const files = [file('read', {}), file('waits', null)]
  expect(stateCounts(files)).toMatchObject({ all: 2, ready: 1, reading: 1 })
  expect(keys(files, 'ready')).toEqual(['read'])
  expect(keys(files, 'reading')).toEqual(['waits'])
})

test('a file whose letters were guessed asks something, until a person chose an encoding', () => {
  const files = [
    file('guessed', { certainty: 'guess' }),
    file('chosen', { certainty: 'guess' }, { encoding: 'windows-1256' }),
    file('sure', {}),
  ]
  expect(stateCounts(files)).toMatchObject({ needs: 1, ready: 2 })
  expect(keys(files, 'needs')).toEqual(['guessed'])
})
