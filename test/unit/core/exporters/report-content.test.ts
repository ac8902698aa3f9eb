/** What stands in a report: legend, notes, tables, matrix and quotes, and what its maker leaves out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inPanels } from '../../../../src/core/exporters/report/sections/matrix.ts'
import { importText, openRealCore, type RealCore } from '../../../helpers/real-core.ts'
import { annotated, article, one, parse, statement, tag } from './fixtures.ts'

const lines = (root: ParentNode, selector: string): string[] =>
  [...root.querySelectorAll(selector)].map((element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim())

describe('the parts', () => {
  const of = article({ text: 'Kabul must close the camps, he said.' })
  const threat = tag({ id: 2, name: 'Threat', letter: 'T', hue: 'vermilion', definition: 'Announces harm.' })
  const first = statement(of, 1, 0, 26, {
    note: 'secret thought',
    reportedBy: ['Dawn', 'military sources'],
    translation: 'ترجمہ',
    translationLanguage: 'ur',
    important: true,
  })
  const second = statement(
    of,
    2,
    6,
    10,
    { coder: 'Ben', stance: null, intensity: null, attribution: null, confidence: null },
    { tag: threat, speaker: null, targets: [], issues: [] },
  )
  const tags = [tag(), threat, tag({ id: 3, name: 'Unused' })]
  const data = annotated([of], [first, second], { tags })

  test('the legend has the tags that occur, with letter, name, definition and count', () => {
    expect(lines(parse(data), '#legend-tags tbody tr')).toEqual([
      'DDemand Demand Wants something done. 1',
      'TThreat Threat Announces harm. 1',
    ])
  })

  test('the coding table names every field, and says where a passage stands', () => {
    const document = parse(data)
    expect(lines(document, '.coding thead th').join(' ')).toBe(
      '#Tag QuotePlace (UTF-16) SpeakerTarget Issue StanceIntensity AttributionReported byStated date ConfidenceStatusCoder',
    )
    expect(lines(document, '.coding tbody tr').map((line) => line.replaceAll(/●|○/g, ''))).toEqual([
      'D1 Demand ★ important Kabul must close the camps ¶ 1, 0–26, in Parley Pakistan → Kabul Security › Camps + supports  direct quote Dawn, military sources high reviewed Ada',
      'T2 Threat must ¶ 1, 6–10, in Parley – – – – reviewed Ben',
    ])
    expect(one(document, '#table-a1-r1 a[href="#p1"]').textContent).toBe('D1')
  })

  test('a note has speaker, targets, issue, stance, circumstances, translation and note', () => {
    const note = one(parse(data), '#n1')
    expect((note.textContent ?? '').replaceAll(/\s+/g, ' ').trim()).toBe(
      'D1 Demand ●●●○○ ★ important Pakistan → Kabul + supports Camps · direct quote · reported by Dawn, military sources Note secret thought Translation: ترجمہ',
    )
    expect(one(note, '.translation').getAttribute('lang')).toBe('ur')
  })

  test('what is left out is nowhere in the file, and the method says so', () => {
    const bare = annotated([of], [first, second], { tags, include: { notes: false, coders: false, text: false, table: false } })
    expect(bare).not.toMatch(/secret thought|Ada|Ben/)
    expect(bare).not.toContain('he said')
    const document = parse(bare)
    expect(document.querySelector('table.coding')).toBeNull()
    expect(lines(document, '.quote blockquote')).toEqual(['Kabul must close the camps', 'must'])
    expect(lines(document, '.method dd').at(-1)).toBe('analysts’ notes, names of coders, full texts, coding tables')
    expect(one(document, '.method').textContent).toContain('2 coders, not named in this report')
  })

  test('no private detail of the file it came from is in a report', () => {
    const html = annotated(
      [
        article({
          original: {
            name: 'C:\\Users\\ada\\secret-source.docx',
            mediaType: 'text/plain',
            encoding: 'windows-1256',
            bytes: 5,
            sha256: 'cd'.repeat(32),
          },
        }),
      ],
      [],
    )
    expect(html).not.toMatch(/secret-source|Users|windows-1256/)
    expect(html).toContain('cd'.repeat(32))
  })

  test('contents only where there are several articles', () => {
    expect(parse(data).querySelector('.contents')).toBeNull()
    expect(lines(parse(annotated([of, article({ id: 2, title: 'Other' })], [first])), '.contents > ol li a')).toEqual([
      'Talks go on',
      'Other',
    ])
  })

  test('a report about nothing says so', () => {
    expect(lines(parse(annotated([], [])), '.empty')).toEqual([expect.stringContaining('Nothing in the library passes')])
  })
})

describe('the comparison', () => {
  let real: RealCore
  let document: Document
  let articleId: number
  const report = async (input: Record<string, unknown> = {}): Promise<Document> =>
    parse((await real.client.call('reports.preview', { kind: 'comparison', ...input })).html)

  beforeAll(async () => {
    real = await openRealCore()
    articleId = await importText(real.core, real.client, 'Close the camps. We have none. Someone said so.', {
      title: 'Talks go on',
      outlet: 'The Daily',
      author: 'A. Writer',
      published: '2025-10-29',
      url: 'https://example.invalid/talks',
    })
    for (const [name, role] of [
      ['Pakistan', 'principal'],
      ['Kabul', 'principal'],
    ] as const)
      await real.client.call('parties.create', { name, kind: 'government', role })
    const code = async (start: number, end: number, coding: Record<string, unknown>): Promise<void> => {
      await real.client.call('annotations.create', { articleId, start, end, tag: 'demand', ...coding })
    }
    await code(0, 16, { speaker: 'Pakistan', targets: ['Kabul'], issues: ['Security › Camps'], stance: 'supports' })
    await code(17, 30, { speaker: 'Kabul', targets: ['Pakistan'], issues: ['Security › Camps'], stance: 'opposes' })
    await code(31, 47, {})
    document = await report()
  })
  afterAll(() => real.close())

  test('the matrix has stance, quote, tags and counts; its sums are above; silence has a word', async () => {
    expect(lines(document, '.cells thead th')).toEqual(['Issue', 'Pakistanprincipal · 1 statement', 'Kabulprincipal · 1 statement'])
    expect(lines(document, '.cells tbody tr')).toEqual([
      'Security DDemand 1 1 statement, 1 outlet DDemand 1 1 statement, 1 outlet',
      'Camps + supports Close the camps. D1 The Daily, 29 Oct 2025 DDemand 1 1 statement, 1 outlet − opposes We have none. D2 The Daily, 29 Oct 2025 DDemand 1 1 statement, 1 outlet',
    ])
    const { annotationId } = { annotationId: (await real.client.call('annotations.list', {}))[1]?.id ?? 0 }
    await real.client.call('annotations.update', { id: annotationId, patch: { issues: ['Trade'] } })
    const apart = await report()
    expect(lines(apart, '.cells td.silent')).toHaveLength(3)
    expect(lines(apart, '.band > p.small')).toEqual([
      'No evidence on this issue from these principals and mediators: Kabul',
      'No evidence on this issue from these principals and mediators: Pakistan',
    ])
    await real.client.call('annotations.update', { id: annotationId, patch: { issues: ['Security › Camps'] } })
  })

  test('every statement is quoted in full with its source, also the one without a speaker', () => {
    expect(lines(document, '.quote blockquote')).toEqual(['Close the camps.', 'We have none.', 'Someone said so.'])
    expect(lines(document, '.quote .citation')[1]).toBe(`The Daily, A. Writer, 29 Oct 2025, article ${articleId}, 17–30, in Parley`)
    expect(one(document, '.quote .citation a').getAttribute('href')).toBe('https://example.invalid/talks')
    expect(one(document, '#no-speaker').textContent).toContain('Someone said so.')
  })

  test('every link inside the report leads somewhere, and no two places have one name', async () => {
    const first = (await real.client.call('annotations.list', {}))[0]?.id ?? 0
    await real.client.call('annotations.update', { id: first, patch: { issues: ['Security', 'Security › Camps'] } })
    const page = await report()
    expect(
      [...page.querySelectorAll('a[href^="#"]')].filter((link) => page.getElementById(link.getAttribute('href')?.slice(1) ?? '') === null),
    ).toEqual([])
    const ids = [...page.querySelectorAll('[id]')].map((element) => element.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(lines(page, '.quote .badge').filter((mark) => mark === 'D1')).toHaveLength(2)
  })

  test('parties are spread evenly over tables of four', () => {
    expect([1, 4, 5, 9, 11].map((count) => inPanels(Array.from({ length: count })).map((panel) => panel.length))).toEqual([
      [1],
      [4],
      [3, 2],
      [3, 3, 3],
      [4, 4, 3],
    ])
    expect(inPanels([])).toEqual([])
  })
})
