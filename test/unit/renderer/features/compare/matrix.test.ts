/** The pure parts of the matrix: rows that fold, columns in an order of one's own, keys, the sentences of a cell, the table and the picture. */
import { constructTable, tableFeatures } from '@tanstack/react-table'
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings'
import fc from 'fast-check'
import { createIntl } from 'react-intl'
import { describe, expect, test } from 'vitest'
import en from '../../../../../resources/locales/en.json' with { type: 'json' }
import { cellFacts, cellLine, factIds, type FactWords } from '../../../../../src/renderer/features/compare/cell-facts.ts'
import { movedBy, movedTo, orderedColumns, roleOf, shownColumns } from '../../../../../src/renderer/features/compare/matrix-columns.ts'
import { matrixPicture } from '../../../../../src/renderer/features/compare/matrix-picture.ts'
import { matrixList } from '../../../../../src/renderer/features/compare/matrix-list.ts'
import { matrixTable } from '../../../../../src/renderer/features/compare/matrix-table.ts'
import { wrapped } from '../../../../../src/renderer/features/compare/picture-text.ts'
import { xmlText } from '../../../../../src/shared/text/xml-text.ts'
import {
  expandedBut,
  foldedIn,
  matrixColumnDefs,
  matrixFeatures,
  treeOf,
} from '../../../../../src/renderer/features/compare/matrix-model.ts'
import { foldable, rowsOf } from '../../../../../src/renderer/features/compare/rows.ts'
import { moveOf } from '../../../../../src/renderer/features/compare/use-grid-keys.ts'
import { tilesOf } from '../../../../../src/renderer/features/compare/use-matrix-quotes.ts'
import type { Evidence, Matrix, MatrixCell } from '../../../../../src/shared/domain/compare.ts'
import type { Party } from '../../../../../src/shared/domain/party.ts'

const messages: Record<string, string> = en
const intl = createIntl({ locale: 'en', messages })
const words: FactWords = {
  say: (id, values) => intl.formatMessage({ id }, values),
  date: (value) => value,
  list: (list) => list.join(' and '),
}

const cell = (given: Partial<MatrixCell> = {}): MatrixCell => ({
  issueId: 2, partyId: 1, statements: 3, own: 3, outlets: 2, byTag: [], stance: 'opposes', stances: ['opposes'],
  byStance: [{ stance: 'opposes', statements: 3 }], stancesBeneath: [], stanceFromId: 30, stanceStatements: 3, intensity: 5,
  trend: { kind: 'hardened', date: '2025-10-29', statementId: 30, againstId: 20 }, weakness: null, override: null, derived: null,
  summary: null, newestId: 30, newest: null, ...given,
}) // prettier-ignore
const quote = (given: Partial<Evidence>): Evidence => ({
  id: 30, articleId: 1, start: 0, end: 3, quote: 'no', tagId: 1, speakerId: 1, onBehalfOfId: null, targetIds: [], issueIds: [2],
  stance: 'opposes', intensity: 5, attribution: 'direct', reportedBy: [], condition: null, consequence: null, deadline: null,
  confidence: null, translation: null, important: false, status: 'draft', articleTitle: 'Talks', outlet: 'Dawn', language: 'en',
  direction: 'ltr', date: '2025-10-29', dateFrom: 'statement', reliability: null, credibility: null, storyId: null, ...given,
}) // prettier-ignore
const evidence = new Map([
  [30, quote({})],
  [20, quote({ id: 20, intensity: 3, date: '2025-10-25' })],
])

const matrix = (rows: [id: number | null, parent: number | null, depth: number][], cells: MatrixCell[] = []): Matrix => ({
  rows: rows.map(([issueId, parentId, depth]) => ({ issueId, parentId, depth, statements: 1 })),
  columns: [{ partyId: 1, statements: 3 }],
  cells,
  withoutSpeaker: 0,
})

/** The table behind the matrix, without a window. */
function tableOf(given: Matrix, { folded = [], order = [], hidden = [] }: { folded?: number[]; order?: number[]; hidden?: number[] } = {}) {
  const rows = rowsOf(given)
  const tree = treeOf(rows)
  const ids = given.columns.map(({ partyId }) => partyId)
  return constructTable({
    features: tableFeatures({ ...matrixFeatures, coreReactivityFeature: storeReactivityBindings() }),
    columns: matrixColumnDefs(ids, { issues: 200, of: () => 100, least: 50, leastIssues: 96 }),
    data: tree.roots,
    getSubRows: tree.beneath,
    getRowId: (row) => String(row.key),
    initialState: {
      expanded: expandedBut(folded, foldable(rows)),
      columnOrder: ['issues', ...order.map(String)],
      columnVisibility: Object.fromEntries(hidden.map((id) => [String(id), false])),
    },
  })
}
/** Columns as the matrix arranges them: in order, without those put away. */
function arrangeColumns(
  ids: readonly number[],
  {
    parties,
    order,
    hidden,
  }: { parties: ReadonlyMap<number, Pick<Party, 'role' | 'parentId'>>; order: readonly number[]; hidden: readonly number[] },
) {
  return shownColumns(orderedColumns(ids, { parties, order }), new Set(ids.filter((id) => !hidden.includes(id))))
}

describe('rows', () => {
  const tree = matrix([[1, null, 0], [2, 1, 1], [3, 2, 2], [4, null, 0], [null, null, 0]]) // prettier-ignore
  test('a folded row hides all beneath it and nothing else, and the row without an issue is the last', () => {
    const keys = (folded: number[]) =>
      tableOf(tree, { folded })
        .getRowModel()
        .rows.map(({ original }) => original.key)
    expect(keys([])).toEqual([1, 2, 3, 4, 0])
    expect(keys([1])).toEqual([1, 4, 0])
    expect(keys([2])).toEqual([1, 2, 4, 0])
    // What has nothing beneath it cannot be folded, whatever the address says.
    expect(keys([4, 0])).toEqual([1, 2, 3, 4, 0])
  })
  test('all that can be folded are those with something beneath them; a press folds and unfolds', () => {
    const parents = foldable(rowsOf(tree))
    expect(parents).toEqual([1, 2])
    const table = tableOf(tree, { folded: [2] })
    table.getRow('1', true).toggleExpanded()
    expect(foldedIn(table.atoms.expanded.get(), parents, [2])).toEqual([2, 1])
    table.getRow('2', true).toggleExpanded()
    expect(foldedIn(table.atoms.expanded.get(), parents, [2, 1])).toEqual([1])
    // What the filter leaves out now is folded still when it comes back.
    expect(foldedIn(true, parents, [9])).toEqual([9])
  })
  test('the table keeps the columns in order, without those put away, the issues first', () => {
    const wide = { ...tree, columns: [1, 2, 3].map((partyId) => ({ partyId, statements: 1 })) }
    const table = tableOf(wide, { order: [3, 1, 2], hidden: [1] })
    expect(table.getVisibleLeafColumns().map(({ id }) => id)).toEqual(['issues', '3', '2'])
    expect(table.getColumn('3')?.getSize()).toBe(100)
    table.setColumnSizing({ '3': 4, issues: 10 })
    expect([table.getColumn('3')?.getSize(), table.getColumn('issues')?.getSize()]).toEqual([50, 96])
  })
  test('a row whose parent has no row of its own stands at the top', () => {
    expect(rowsOf(matrix([[5, 9, 1]]))[0]).toMatchObject({ key: 5, parent: null })
  })
})

describe('columns', () => {
  const party = (role: Party['role'], parentId: number | null = null) => ({ role, parentId })
  const parties = new Map([
    [1, party('principal')],
    [2, party('mediator')],
    [3, party('none', 2)],
    [4, party('none')],
    [5, party('observer')],
  ])
  const ids = [1, 2, 3, 4, 5]
  const arranged = (order: number[] = [], hidden: number[] = []) => arrangeColumns(ids, { parties, order, hidden })
  const shown = (columns: ReturnType<typeof arranged>) => columns.shown.map(({ partyId }) => partyId)

  test('who mediates or observes stands apart at the end, those who speak for them as well', () => {
    expect(roleOf(parties, 3)).toBe('mediator')
    expect(shown(arranged())).toEqual([1, 4, 2, 3, 5])
    expect(arranged()).toMatchObject({ parties: 2, arePrincipals: false })
    expect(arranged([], [4])).toMatchObject({ parties: 1, arePrincipals: true, hidden: [4] })
  })
  test('one’s own order holds within a group; who is not named in it follows', () => {
    expect(shown(arranged([5, 4]))).toEqual([4, 1, 5, 2, 3])
    expect(movedBy(arranged(), 1, 1)).toEqual([4, 1, 2, 3, 5])
    expect(movedBy(arranged(), 4, 1)).toBeNull()
    expect(movedTo(arranged(), 1, 5)).toBeNull()
    expect(movedTo(arranged(), 5, 2)).toEqual([1, 4, 5, 2, 3])
  })
  test('whatever is moved or put away: every party is there once, and no group is torn', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(1 as const, -1 as const)), { maxLength: 12 }),
        fc.subarray(ids),
        (moves, hidden) => {
          let order: number[] = []
          for (const [id, step] of moves) order = movedBy(arranged(order, hidden), id, step) ?? order
          const columns = arranged(order, hidden)
          expect([...shown(columns), ...columns.hidden].toSorted((a, b) => a - b)).toEqual(ids)
          expect(columns.shown.map(({ group }) => group).join()).toMatch(/^(parties,?)*(apart,?)*$/)
        },
      ),
    )
  })
})

test('keys lead no further than the ends, and mirror from right to left', () => {
  const shape = { at: { row: 0, column: 0 }, rows: 3, columns: 2 }
  const move = (key: string, ctrlKey = false, forward: 1 | -1 = 1) => moveOf({ key, ctrlKey }, shape, { page: 10, forward })
  expect(move('ArrowUp')).toEqual({ row: -1, column: 0 })
  expect(move('ArrowLeft')).toEqual({ row: 0, column: -1 })
  expect(move('ArrowLeft', false, -1)).toEqual({ row: 0, column: 1 })
  expect(move('PageDown')).toEqual({ row: 2, column: 0 })
  expect(move('End', true)).toEqual({ row: 2, column: 1 })
  expect(move('x')).toBeNull()
})

test('quotes are asked for in tiles that stay the same while one scrolls within them', () => {
  const rows = Array.from({ length: 25 }, (_, index) => {
    const [row] = rowsOf(matrix([[index + 1, null, 0]], [cell({ issueId: index + 1, newestId: index + 100 })]))
    if (!row) throw new Error('no row')
    return row
  })
  const parties = [{ partyId: 1, group: 'parties' as const }]
  const tiles = tilesOf(rows, parties, { first: 3, last: 9 }, { first: 0, last: 0 })
  expect(tiles).toEqual([Array.from({ length: 10 }, (_, index) => index + 100)])
  expect(tilesOf(rows, parties, { first: 0, last: 5 }, { first: 0, last: 0 })).toEqual(tiles)
  expect(tilesOf(rows, parties, { first: 5, last: 21 }, { first: 0, last: 0 })).toHaveLength(3)
})

describe('facts of a cell', () => {
  const told = (given: Partial<MatrixCell>, known = evidence) =>
    cellFacts(cell(given), (id) => known.get(id), words).map(({ text }) => text)
  test('say the stance and because of what, how it moved and since when, and on how much it rests', () => {
    expect(told({})).toEqual([
      'Opposes, because of 3 statements, newest 2025-10-29, direct quote in Dawn.',
      'Hardened on 2025-10-29: intensity 3 → 5 since 2025-10-25.',
      'Hardened: firmer than before, less conditional or more intense. It says nothing about for or against.',
      '3 statements from 2 independent outlets.',
    ])
    expect(factIds(cell())).toEqual([30, 20])
  })
  test('leave out what is not known yet', () => {
    expect(told({}, new Map())).toEqual([
      'Opposes, because of 3 statements.',
      'Hardened on 2025-10-29.',
      'Hardened: firmer than before, less conditional or more intense. It says nothing about for or against.',
      '3 statements from 2 independent outlets.',
    ])
  })
  test('name both sides where a party took both, weak evidence, and dates that are only those of the publication', () => {
    const known = new Map([[30, quote({ dateFrom: 'publication' })]])
    const facts = told({ byStance: [{ stance: 'opposes', statements: 2 }, { stance: 'supports', statements: 1 }], trend: null, weakness: 'anonymous' }, known) // prettier-ignore
    expect(facts).toContain('Also seen: supports (1).')
    expect(facts).toContain('Weak: it rests on a single anonymous source.')
    expect(facts).toContain('Dated by its publication: the text does not say when it was said.')
  })
  test('put the analyst’s own reading first and what the rules say after it', () => {
    const override = {
      stance: 'conditional' as const,
      trend: null,
      reason: 'Said in jest',
      coder: 'Ada',
      at: '2025-11-01T10:00:00.000Z',
      isStale: true,
    }
    const [first, second] = told({ override, stance: 'conditional', derived: { stance: 'opposes', trend: null } })
    expect(first).toMatch(/^Read otherwise: Conditional\. Reason: Said in jest \(Ada, 2025-11-01\)\. There is newer evidence/)
    expect(second).toMatch(/^The rules say: Opposes, because of 3 statements/)
  })
  test('make one line for a table', () => {
    expect(cellLine(cell(), words)).toBe('Opposes; hardened 2025-10-29; intensity 5; 3 statements; 2 outlets')
    expect(cellLine(cell({ stance: null, trend: null, intensity: null, own: 0, stancesBeneath: ['supports', 'declined'] }), words)).toBe(
      'Supports and Declined to say; 3 statements; 2 outlets',
    )
  })
})

describe('to be copied', () => {
  const named = { facts: words, issue: () => 'Border <&> "trade"', path: () => 'Talks › Border', party: (id: number) => `Party ${id} <b>` }
  const rows = rowsOf(matrix([[2, null, 0]], [cell()]))
  const columns = arrangeColumns([1, 7], { parties: new Map(), order: [], hidden: [] })
  const colours = {
    of: Object.fromEntries(
      ['surface', 'surface-sunken', 'text', 'text-muted', 'line', 'line-soft', 'line-strong', 'warning', 'accent-ink'].map((role) => [
        role,
        'rgb(1, 2, 3)',
      ]),
    ) as Parameters<typeof matrixPicture>[0]['colours']['of'],
    stance: Object.fromEntries(
      ['supports', 'opposes', 'conditional', 'neutral', 'declined'].map((stance) => [
        stance,
        { strong: 'rgb(9, 9, 9)', soft: 'rgb(8, 8, 8)' },
      ]),
    ) as Parameters<typeof matrixPicture>[0]['colours']['stance'],
  }
  const measure = (text: string, size: number): number => text.length * size * 0.55
  test('the table says what each cell says, and where there is no evidence', () => {
    expect(matrixTable({ rows, columns, words: named, head: 'Issue' })).toEqual({
      head: ['Issue', 'Party 1 <b>', 'Party 7 <b>'],
      rows: [['Talks › Border', cellLine(cell(), words), 'No evidence']],
    })
  })
  test('the list has a line for each cell with evidence, one fact in each column, and the quote', () => {
    const list = matrixList({ rows, columns, words: named, quotes: new Map([[30, quote({})]]) })
    expect(list.head).toHaveLength(13)
    expect(list.rows).toEqual([
      ['Talks › Border', 'Party 1 <b>', 'Opposes', 'hardened', '2025-10-29', '5', '3', '2', '', '', 'no', '2025-10-29', 'Dawn, Talks'],
    ])
  })
  test.each(['dots', 'numbers', 'quotes'] as const)(
    'the picture at %s is XML by itself, both ways round, without a name that is read as markup',
    (detail) => {
      for (const direction of ['ltr', 'rtl'] as const) {
        const quotes = new Map([[30, quote({ quote: '<script>x</script> & "نعم"', direction: 'rtl', translation: 'yes\u0000' })]])
        const svg = matrixPicture({
          rows,
          columns,
          detail,
          words: named,
          quotes,
          colours,
          direction,
          measure,
          title: 'Who <stands> where',
          foot: 'Outlet: Dawn & co',
        })
        expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+"/)
        expect(svg).not.toMatch(/<script|<b>|var\(|NaN|undefined|\u0000/)
        expect(svg.match(/<text/g)).toHaveLength(svg.match(/<\/text>/g)?.length ?? -1)
        expect(svg).toContain('Border &lt;&amp;&gt;')
      }
    },
  )
  test('text is broken so that no line is wider than its room, and nothing but the end is left out', () => {
    const perLetter = (text: string): number => Array.from(text).length
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('talks', 'a', '停火', 'کابل', 'extraordinarily'), { maxLength: 12 }),
        fc.integer({ min: 4, max: 30 }),
        (list, room) => {
          const text = list.join(' ')
          const lines = wrapped(text, room, 99, perLetter)
          for (const line of lines) expect(perLetter(line)).toBeLessThanOrEqual(room)
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        },
      ),
    )
    expect(wrapped('one two three four', 7, 2, perLetter)).toEqual(['one two', 'three…'])
  })
  test('what XML cannot hold is left out', () => {
    expect(xmlText('a\u0000<\ud800b&')).toBe('a&lt;b&amp;')
  })
})
