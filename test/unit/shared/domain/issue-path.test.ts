/** Issue paths as people type them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseIssuePath, PATH_SEPARATOR } from '../../../../src/shared/domain/codebook.ts'

test.each([
  ['Border', ['Border']],
  ['Border › Crossings', ['Border', 'Crossings']],
  ['Border>Crossings', ['Border', 'Crossings']],
  ['Border / Crossings > Torkham', ['Border', 'Crossings', 'Torkham']],
  ['  Border  ›  Crossings  ', ['Border', 'Crossings']],
  ['سرحد › گزرگاہیں', ['سرحد', 'گزرگاہیں']],
  ['边境›口岸', ['边境', '口岸']],
  ['War/peace', ['War/peace']],
  ['24/7 access', ['24/7 access']],
  ['› Border ›', ['Border']],
  ['Border › › Crossings', ['Border', 'Crossings']],
  [' › > ', []],
  ['', []],
  ['A, B', ['A, B']],
] as const)('%j → %j', (typed, path) => {
  expect(parseIssuePath(typed)).toEqual(path)
})

const level = fc
  .string({ unit: fc.constantFrom(...Array.from('aÅß中حש/-.,% _"\''), '👨‍👩‍👧', 'e\u0301'), minLength: 1, maxLength: 8 })
  .map((name) => name.trim())
  .filter((name) => name !== '' && !/\s\/|\/\s|^\/|\/$/.test(name))

test('a path as it is shown is read back as it was, and reading is the same the second time', () => {
  fc.assert(
    fc.property(fc.array(level, { minLength: 1, maxLength: 6 }), (path) => {
      const shown = path.join(PATH_SEPARATOR)
      expect(parseIssuePath(shown)).toEqual(path)
      expect(parseIssuePath(parseIssuePath(shown).join(PATH_SEPARATOR))).toEqual(path)
    }),
  )
})

test('no level is ever empty or has white space around it, and nothing throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from(' ›>/\t\n\u00a0aB中\ud83d')) }), (typed) => {
      expect(parseIssuePath(typed).filter((name) => name === '' || name !== name.trim())).toEqual([])
    }),
  )
})
