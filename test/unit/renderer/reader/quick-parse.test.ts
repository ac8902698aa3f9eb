/** The quick bar's line: what its words are taken for, in several scripts, and what is never guessed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Hue, Issue, Tag } from '../../../../src/shared/domain/codebook.ts'
import type { Party } from '../../../../src/shared/domain/party.ts'
import { quickIndex } from '../../../../src/renderer/features/reader/quick-index.ts'
import { understand, type QuickPiece } from '../../../../src/renderer/features/reader/quick-parse.ts'
import { oneOfEach } from '../../../../src/renderer/features/reader/use-quick-line.ts'

type Few<T> = Partial<T> & { id: number; name: string }
const tag = (given: Few<Tag>) => ({ letter: null, hue: 'grey' as Hue, retired: false, annotations: 0, ...given }) as Tag
const party = ({ id, name, ...rest }: Few<Omit<Party, 'aliases'>>, ...aliases: string[]) =>
  ({ id, name, retired: false, annotations: 0, aliases: aliases.map((alias) => ({ name: alias, language: null })), ...rest }) as Party
const issue = (id: number, ...path: string[]) => ({ id, path, name: path.at(-1) ?? '', retired: false, annotations: 0 }) as Issue

const source = {
  tags: [
    tag({ id: 1, name: 'Demand', letter: 'D' }),
    tag({ id: 2, name: 'Threat', letter: 'T' }),
    tag({ id: 3, name: 'Position', letter: 'P' }),
  ],
  parties: [
    party({ id: 11, name: 'Pakistan', annotations: 9 }, 'پاکستان', '巴基斯坦', 'Islamabad'),
    party({ id: 12, name: 'Afghan Taliban', annotations: 7 }, 'افغان طالبان', '阿富汗塔利班', 'IEA'),
    party({ id: 13, name: 'Pakistani Taliban', annotations: 3 }, 'TTP'),
    party({ id: 14, name: 'Türkiye' }, 'Turkey'),
    party({ id: 15, name: 'Old Pact', retired: true }),
  ],
  issues: [issue(21, 'Border crossings'), issue(22, 'Border crossings', 'Torkham'), issue(23, 'Sanctuaries')],
}
const NONE = { tags: [], parties: [], issues: [] }
const index = quickIndex(source, NONE)
const read = (line: string, settled: QuickPiece[] = [], from = index) => understand(line, from, settled).pieces

const t = (id: number): QuickPiece => ({ role: 'tag', id })
const speaker = (id: number): QuickPiece => ({ role: 'speaker', id })
const target = (id: number): QuickPiece => ({ role: 'target', id })
const about = (id: number): QuickPiece => ({ role: 'issue', id })

describe('what a line means', () => {
  test.each<[string, QuickPiece[]]>([
    ['dem pak>tal bor', [t(1), speaker(11), target(12), about(21)]],
    ['d pak > afg tal #bor 3', [t(1), speaker(11), target(12), about(21), { role: 'intensity', value: 3 }]],
    ['threat afg tal > pak, san', [t(2), speaker(12), target(11), about(23)]],
    ['pak>iea', [speaker(11), target(12)]],
    ['>tal+pak', [target(12), target(11)]],
    ['#bor + san', [about(21), about(23)]],
    // One speaks: what is joined to a speaker is no second one.
    ['@pak + tal', [speaker(11), target(12)]],
    ['pak + tal', [speaker(11), target(12)]],
    ['>tal>turk', [target(12), target(14)]],
    ['#tork', [about(22)]],
    ['dem pak tal', [t(1), speaker(13)]],
    ['dem turkiye islam', [t(1), speaker(14), target(11)]],
    ['@p', [speaker(11)]],
    ['p>t', [speaker(11), target(14)]],
    ['5', [{ role: 'intensity', value: 5 }]],
    ['', []],
    [' , > # ', []],
  ])('%j', (line, pieces) => expect(read(line)).toEqual(pieces))

  test('Urdu: by alias, by part of it, with the comma of the script', () => {
    expect(read('dem پاکستان>افغان طالبان')).toEqual([t(1), speaker(11), target(12)])
    expect(read('پاک > طالب')).toEqual([speaker(11), target(12)])
    expect(read('پاك، طالب')).toEqual([speaker(11), target(12)])
  })

  test('Chinese: by any characters of the name, with wide marks', () => {
    expect(read('dem 巴基＞塔利班　＃bor')).toEqual([t(1), speaker(11), target(12), about(21)])
  })

  test('accents and case do not matter; digits of other scripts are digits', () => {
    expect(read('TURKIYE ۴')).toEqual([speaker(14), { role: 'intensity', value: 4 }])
  })

  test('a tag once given, the next word is a name', () => {
    expect(read('t t')).toEqual([t(2), speaker(14)])
    expect(read('p', [t(1)])).toEqual([speaker(11)])
  })

  test('what is retired is not found', () =>
    expect(read('old pact')).toEqual([{ role: 'unknown', text: 'old pact', as: ['speaker', 'issue'] }]))

  test('of equals the one used last comes first', () => {
    const recent = quickIndex(source, { tags: [], parties: [13], issues: [] })
    expect(read('p>', [], recent)).toEqual([speaker(13)])
  })
})

describe('what nobody is called', () => {
  test('stays unknown, with what it may become', () => {
    expect(read('dem xylo')).toEqual([t(1), { role: 'unknown', text: 'xylo', as: ['speaker', 'issue'] }])
    expect(read('pak>xylo phon')).toEqual([speaker(11), { role: 'unknown', text: 'xylo phon', as: ['target'] }])
    expect(read('xylo>pak')).toEqual([{ role: 'unknown', text: 'xylo', as: ['speaker'] }, target(11)])
    expect(read('#xylo')).toEqual([{ role: 'unknown', text: 'xylo', as: ['issue'] }])
  })

  test('after "#" a name that is not known as a whole is one new name', () => {
    expect(read('#border xylo')).toEqual([{ role: 'unknown', text: 'border xylo', as: ['issue'] }])
    expect(read('pak>tal bor xylo')).toEqual([
      speaker(11),
      target(12),
      about(21),
      { role: 'unknown', text: 'xylo', as: ['target', 'issue'] },
    ])
  })

  test('what stands in quotes is one name', () => {
    expect(read('dem "border > guards"')).toEqual([t(1), { role: 'unknown', text: 'border > guards', as: ['speaker', 'issue'] }])
    expect(read('>“afghan taliban”')).toEqual([target(12)])
  })

  test('a new party or issue is offered, after what fits', () => {
    expect(understand('dem tork', index).options).toEqual([about(22), { role: 'speaker', name: 'tork' }, { role: 'issue', name: 'tork' }])
    expect(understand('#san', index).options).toEqual([about(23), { role: 'issue', name: 'san' }])
    // A name that is there already is not made again.
    expect(understand('#sanctuaries', index).options).toEqual([about(23)])
  })
})

test('before a word is typed the parts that are free are offered, last used first', () => {
  const recent = quickIndex(source, { tags: [3], parties: [14], issues: [23] })
  expect(understand('', recent).options.slice(0, 2)).toEqual([t(3), t(1)])
  expect(understand('dem ', recent).options[0]).toEqual(speaker(14))
  expect(understand('dem pak>', recent).options[0]).toEqual(target(14))
  expect(understand('#', recent).options[0]).toEqual(about(23))
})

test('any line is understood, gives one tag at most, and makes nothing up', () => {
  const known = new Set([...source.tags, ...source.parties, ...source.issues].map(({ id }) => id))
  const word = fc.constantFrom('"', 'dem', 'pak', 'tal', '>', '#', '@', ',', '+', ' ', '3', 'xy', 'طالبان', '巴基', 'afg')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(word, { maxLength: 14 }).map((words) => words.join(' ')),
      ),
      (line) => {
        const { pieces, open } = understand(line, index)
        expect(pieces.filter(({ role }) => role === 'tag').length).toBeLessThanOrEqual(1)
        expect(pieces.filter(({ role }) => role === 'speaker').length).toBeLessThanOrEqual(line.split(/[>＞→@＠]/).length)
        expect(oneOfEach(pieces).filter(({ role }) => role === 'speaker').length).toBeLessThanOrEqual(1)
        for (const piece of pieces) if ('id' in piece) expect(known.has(piece.id)).toBe(true)
        expect(pieces.some((piece) => 'name' in piece)).toBe(false)
        expect(open).toBeLessThanOrEqual(pieces.length)
      },
    ),
  )
})
