/** The ledger, the timeline, dossiers, changes and charts on the sample library, held against plain loops over its rows. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SheetValue } from '../../../../../src/core/exporters/document/model.ts'
import { isInertSvg } from '../../../../../src/core/exporters/inert-svg.ts'
import { buildDocument } from '../../../../../src/core/exporters/report/build.ts'
import { changesSections } from '../../../../../src/core/exporters/report/sections/changes.ts'
import { chartFigures, chartSections } from '../../../../../src/core/exporters/report/sections/charts.ts'
import { dossierSections } from '../../../../../src/core/exporters/report/sections/dossier.ts'
import { ledgerSections } from '../../../../../src/core/exporters/report/sections/ledger.ts'
import { timelineSections } from '../../../../../src/core/exporters/report/sections/timeline.ts'
import { chartKindSchema, type ReportInput } from '../../../../../src/shared/domain/report.ts'
import { dayRange } from '../../../../../src/shared/domain/partial-date.ts'
import { openSample, type SampleLibrary } from './sample-context.ts'
import { allBlocks, allSections, anchors, linksTo, quotesIn, sectionById, tableById, tablesIn, wordsOf } from './walk.ts'

interface Row {
  id: number
  quote: string
  speakerId: number | null
  tagId: number
  date: string | null
}
let sample: SampleLibrary
let rows: Row[]
const idOf = (name: string): number => sample.db.value<number>('SELECT id FROM party WHERE name = ?', [name])
/** Itself and all beneath it. */
function beneath(id: number): Set<number> {
  const parties = sample.db.all<{ id: number; parent: number | null }>('SELECT id, parent_id AS parent FROM party')
  const found = new Set([id])
  for (let before = 0; before !== found.size;) {
    before = found.size
    for (const party of parties) if (party.parent !== null && found.has(party.parent)) found.add(party.id)
  }
  return found
}
const quotes = (list: readonly { quote: { text: string } }[]): string[] => list.map(({ quote }) => quote.text).toSorted()
const values = (
  table: { sheet?: { columns: readonly { head: string }[]; rows: readonly (readonly SheetValue[])[] } | null },
  head: string,
): SheetValue[] => {
  const at = table.sheet?.columns.findIndex((column) => column.head === head) ?? -1
  expect(at).toBeGreaterThanOrEqual(0)
  return table.sheet?.rows.map((row) => row[at] ?? null) ?? []
}

beforeAll(async () => {
  sample = await openSample()
  rows = sample.db.all<Row>(
    `SELECT n.id, n.quote, n.speaker_id AS speakerId, n.tag_id AS tagId, ifnull(n.stated, a.published) AS date
     FROM annotation n JOIN article a ON a.id = n.article_id`,
  )
})
afterAll(() => sample.close())

describe('the ledger', () => {
  test('has every thread once, what is overdue first, and every passage of each as a quote', () => {
    const sections = ledgerSections(sample.context())
    const threads = sample.db.all<{ id: number; title: string }>('SELECT id, title FROM thread')
    const table = tableById(sections, 'ledger-table')
    expect(values(table, 'Thread').map(String).toSorted()).toEqual(threads.map(({ title }) => title).toSorted())
    expect(values(table, 'Overdue')[0]).toBe(true)
    for (const { id, title } of threads) {
      const members = sample.db.column<string>(
        'SELECT n.quote FROM thread_member m JOIN annotation n ON n.id = m.annotation_id WHERE m.thread_id = ?',
        [id],
      )
      const checked = sample.db.column<string>(
        'SELECT n.quote FROM thread_check c JOIN thread_check_quote q ON q.check_id = c.id JOIN annotation n ON n.id = q.annotation_id WHERE c.thread_id = ?',
        [id],
      )
      expect(quotes(quotesIn([sectionById(sections, `thread-${id}`)]))).toEqual([...members, ...checked].toSorted())
      expect(values(table, 'Passages')[values(table, 'Thread').indexOf(title)]).toBe(members.length)
    }
  })

  test('of an earlier day knows only what had been said by then', () => {
    const asOf = '2025-10-20'
    const sections = ledgerSections(sample.context({ asOf }))
    const known = sample.db
      .all<{ date: string | null }>(
        'SELECT ifnull(n.stated, a.published) AS date FROM thread_member m JOIN annotation n ON n.id = m.annotation_id JOIN article a ON a.id = n.article_id',
      )
      .filter(({ date }) => date === null || dayRange(date).first <= dayRange(asOf).first)
    const counted = values(tableById(sections, 'ledger-table'), 'Passages').reduce<number>((sum, count) => sum + Number(count), 0)
    expect(counted).toBe(known.length)
    expect(counted).toBeGreaterThan(0)
    expect(values(tableById(sections, 'ledger-table'), 'Overdue')).not.toContain(true)
  })

  test('of quotes only has no word of the analyst’s', () => {
    const own = sample.db
      .all<Record<string, string | null>>('SELECT title, criterion, measure, standard, schedule, note, status_reason FROM thread')
      .flatMap((thread) => Object.values(thread))
      .concat(
        sample.db.column<string>('SELECT note FROM thread_check'),
        sample.db.column<string>("SELECT ifnull(note, '') FROM annotation"),
      )
      .filter((words) => words !== null && words.trim() !== '')
    expect(own.length).toBeGreaterThan(10)
    const sections = ledgerSections(sample.context({ quotesOnly: true }))
    const words = wordsOf(sections) + JSON.stringify(tablesIn(sections).map(({ sheet }) => sheet?.rows))
    expect(own.filter((one) => words.includes(one ?? ''))).toEqual([])
  })

  test('says so where no thread passes', () => {
    expect(wordsOf(ledgerSections(sample.context({ filter: { from: '1999-01-01', to: '1999-12-31' } })))).toContain('No thread')
  })

  test('marks what is new', () => {
    const marked = (newSince: ReportInput['newSince']) => {
      const sections = ledgerSections(sample.context({ newSince }))
      return tableById(sections, 'ledger-table').rows.filter(({ cells }) => cells[0]?.tone === 'new').length
    }
    expect(marked({ day: '2025-10-31' })).toBeGreaterThan(0)
    expect(marked({ day: '2030-01-01' })).toBe(0)
  })
})

describe('the timeline', () => {
  test('quotes every statement once, oldest first, and draws or counts each that is dated', () => {
    const sections = timelineSections(sample.context({ kind: 'timeline' }))
    const list = sectionById(sections, 'timeline-list')
    expect(quotes(quotesIn([list]))).toEqual(rows.map(({ quote }) => quote).toSorted())
    const months = (list.sections ?? []).map(({ id }) => id)
    expect(months).toEqual(months.toSorted())
    const drawn = tablesIn(sections)
      .filter(({ id }) => id.startsWith('figure-timeline'))
      .flatMap(({ sheet }) => sheet?.rows ?? [])
    expect(drawn.length).toBe(rows.filter(({ date }) => date !== null).length)
  })

  test('has the events that touch its time', () => {
    const sections = timelineSections(sample.context({ kind: 'timeline' }))
    expect(values(tableById(sections, 'timeline-event-table'), 'Event').length).toBe(sample.db.value('SELECT count(*) FROM event'))
    const early = timelineSections(sample.context({ kind: 'timeline', filter: { to: '2025-10-14' } }))
    expect(wordsOf(early)).toContain('Border clashes')
    expect(wordsOf(early)).not.toContain('Istanbul round')
  })

  test('without charts has none, and no statement at all is said in words', () => {
    const plain = timelineSections(sample.context({ include: { charts: false } }))
    expect(allBlocks(plain).filter(({ kind }) => kind === 'figure')).toEqual([])
    expect(wordsOf(timelineSections(sample.context({ filter: { importantOnly: true, to: '1990-01-01' } })))).toContain('No statement')
  })
})

describe('a dossier', () => {
  test('quotes all that the party and those beneath it say, by tag', () => {
    const party = idOf('Pakistan')
    const sections = dossierSections(sample.context(), party)
    const ids = beneath(party)
    const said = rows.filter(({ speakerId }) => speakerId !== null && ids.has(speakerId))
    const says = sectionById(sections, 'dossier-says')
    expect(quotes(quotesIn([says]))).toEqual(said.map(({ quote }) => quote).toSorted())
    for (const section of says.sections ?? []) {
      const tag = Number(section.id.split('-t').at(-1))
      expect(quotesIn([section]).length).toBe(said.filter(({ tagId }) => tagId === tag).length)
    }
  })

  test('quotes what others say to it', () => {
    const party = idOf('Pakistan')
    const ids = beneath(party)
    const targets = sample.db.all<{ id: number; party: number }>('SELECT annotation_id AS id, party_id AS party FROM annotation_target')
    const toIt = rows.filter(
      ({ id, speakerId }) =>
        !(speakerId !== null && ids.has(speakerId)) && targets.some((target) => target.id === id && ids.has(target.party)),
    )
    expect(toIt.length).toBeGreaterThan(5)
    const section = sectionById(dossierSections(sample.context(), party), 'dossier-to-it')
    expect(quotes(quotesIn([section]))).toEqual(toIt.map(({ quote }) => quote).toSorted())
  })

  test('names the issues that others speak on and it does not', () => {
    const party = idOf('Qatar')
    const ids = beneath(party)
    const links = sample.db.all<{ id: number; issue: number }>('SELECT annotation_id AS id, issue_id AS issue FROM annotation_issue')
    const spoken = (isIts: boolean): Set<number> =>
      new Set(
        links
          .filter(({ id }) => {
            const speaker = rows.find((row) => row.id === id)?.speakerId ?? null
            return speaker !== null && ids.has(speaker) === isIts
          })
          .map(({ issue }) => issue),
      )
    const silent = [...spoken(false)].filter((issue) => !spoken(true).has(issue))
    expect(tableById(dossierSections(sample.context(), party), 'dossier-silent-table').rows.length).toBe(silent.length)
  })

  test('of a party in the middle of a tree is of that party', () => {
    const party = idOf('Pakistan Foreign Ministry')
    const sections = dossierSections(sample.context(), party)
    const said = rows.filter(({ speakerId }) => speakerId !== null && beneath(party).has(speakerId))
    expect(quotesIn([sectionById(sections, 'dossier-says')]).length).toBe(said.length)
    expect(tableById(sections, 'dossier-stands-table').rows.length).toBeGreaterThan(0)
  })

  test('needs a party that is there', () => {
    expect(() => dossierSections(sample.context(), undefined)).toThrow(expect.objectContaining({ code: 'invalid-input' }))
    expect(() => dossierSections(sample.context(), 999_999)).toThrow(expect.objectContaining({ code: 'not-found' }))
  })
})

describe('what changed', () => {
  test('is told between the last two rounds where no day is named, as a table and with both quotes', () => {
    const sections = changesSections(sample.context({ kind: 'changes' }), {})
    expect(wordsOf(sections)).toMatch(/After 19 October 2025, up to the end of 30 October 2025/)
    const table = tableById(sections, 'changes-parties')
    expect(table.rows.length).toBeGreaterThan(0)
    const said = new Set(quotes(quotesIn(sections)))
    for (const head of ['Quote then', 'Quote now'])
      for (const quote of values(table, head)) if (quote !== null) expect(said).toContain(quote)
    // What is told as new or moved was said after the first day, and what it is held against before it.
    for (const date of values(table, 'Date now')) if (date !== null) expect(String(date) > '2025-10-19').toBe(true)
    for (const [index, date] of values(table, 'Date then').entries()) {
      if (date !== null && values(table, 'Change')[index] !== 'New') expect(String(date) <= '2025-10-19').toBe(true)
    }
  })

  test('goes by the days that are given, and is in order', () => {
    const sections = changesSections(sample.context(), { since: '2025-10-20', until: '2025-10-29' })
    expect(wordsOf(sections)).toMatch(/After 20 October 2025, up to the end of 29 October 2025/)
    expect(() => changesSections(sample.context(), { since: '2025-12-01', until: '2025-10-29' })).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    )
    expect(wordsOf(changesSections(sample.context(), { since: '1999-01-01', until: '1999-02-01' }))).toContain('Nothing changed')
  })
})

describe('charts', () => {
  test('count every statement once', () => {
    for (const level of ['speaker', 'organisation', 'side'] as const)
      for (const chart of ['statements', 'months'] as const) {
        const figures = chartFigures(sample.context({ level }), chart)
        const counted = figures.flatMap(({ table }) => values(table, 'Statements')).reduce<number>((sum, count) => sum + Number(count), 0)
        expect(counted).toBe(rows.length)
      }
  })

  test('are inert, stand by themselves, and say in words where there is nothing to draw', () => {
    for (const chart of chartKindSchema.options) {
      for (const figure of chartFigures(sample.context(), chart)) {
        expect(isInertSvg(figure.svg)).toBe(true)
        expect(figure.svg).toContain('role="img"')
        expect(figure.width).toBeLessThanOrEqual(680)
        expect(figure.description.length).toBeGreaterThan(20)
      }
      expect(wordsOf(chartSections(sample.context({ filter: { to: '1990-01-01' } }), chart))).toContain('nothing to draw')
    }
  })
})

describe('documents', () => {
  const briefing = (): ReportInput => ({
    kind: 'briefing',
    blocks: [
      { kind: 'ledger' },
      { kind: 'timeline' },
      { kind: 'dossier', party: idOf('Pakistan') },
      { kind: 'dossier', party: idOf('Qatar') },
      { kind: 'changes', since: '2025-10-20' },
      ...chartKindSchema.options.map((chart) => ({ kind: 'chart' as const, chart })),
      { kind: 'ledger' },
    ],
  })
  test.each(['ledger', 'timeline', 'changes', 'dossier', 'briefing'] as const)(
    'of kind %s have anchors that differ and links that lead somewhere',
    (kind) => {
      const input: ReportInput = kind === 'briefing' ? briefing() : { kind, ...(kind === 'dossier' && { party: idOf('Pakistan') }) }
      const { request } = sample.context(input)
      const build = () => buildDocument(sample.db, request, { libraryName: 'Sample' })
      const document = build()
      const sections = [...document.sections, ...document.appendix]
      const there = anchors(sections)
      expect(there.filter((id, index) => there.indexOf(id) !== index)).toEqual([])
      expect(there.filter((id) => !/^[a-z][a-z0-9-]*$/.test(id))).toEqual([])
      const places = linksTo(sections).flatMap((to) => ('place' in to ? [to.place] : []))
      expect(places.filter((place) => !there.includes(place))).toEqual([])
      expect(allSections(sections).length).toBeGreaterThan(3)
      // The same library and request give the same document.
      expect(JSON.stringify(build())).toBe(JSON.stringify(document))
    },
  )
})
