/** What stands in a report: legend, notes, tables, matrix and quotes, and what its maker leaves out. */
import { describe, expect, test } from 'vitest'
import { inPanels } from '../../../../src/core/exporters/report/matrix-table.ts'
import { renderReport } from '../../../../src/core/exporters/report/page.ts'
import { annotatedData, article, comparisonData, one, parse, statement, tag } from './fixtures.ts'

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
  const data = annotatedData([of], [first, second], { tags: [tag(), threat, tag({ id: 3, name: 'Unused' })] })

  test('the legend has the tags that occur, with letter, name, definition and count', () => {
    expect(lines(parse(renderReport(data)), '.tags tbody tr')).toEqual(['D DemandWants something done.1', 'T ThreatAnnounces harm.1'])
  })

  test('the coding table names every field, and says where a passage stands', () => {
    const document = parse(renderReport(data))
    expect(lines(document, '.coding thead th').join(' ')).toBe(
      '#Tag QuotePlace (UTF-16) SpeakerTarget Issue StanceIntensity AttributionReported byStated date ConfidenceStatusCoder',
    )
    expect(lines(document, '.coding tbody tr').map((line) => line.replaceAll(/●|○/g, ''))).toEqual([
      'D1Demand★ important Kabul must close the camps¶ 1, 0–26 Pakistan→ Kabul Security › Camps + supports direct quoteDawn, military sources highreviewedAda',
      'T2Threat must¶ 1, 6–10 – – – – reviewedBen',
    ])
    expect(one(document, '#r1 a[href="#p1"]').textContent).toBe('D1')
  })

  test('a note has speaker, targets, issue, stance, circumstances, translation and note', () => {
    const note = one(parse(renderReport(data)), '#n1')
    expect((note.textContent ?? '').replaceAll(/\s+/g, ' ').trim()).toBe(
      'D1 Demand ●●●○○ ★ important Pakistan → Kabul + supports Camps · direct quote · reported by Dawn, military sources Translation: ترجمہ Note secret thought',
    )
    expect(one(note, '.translation').getAttribute('lang')).toBe('ur')
  })

  test('what is left out is nowhere in the file, and the method says so', () => {
    const bare = renderReport({ ...data, include: { notes: false, coders: false, text: false, table: false } })
    expect(bare).not.toMatch(/secret thought|Ada|Ben/)
    expect(bare).not.toContain('he said')
    const document = parse(bare)
    expect(document.querySelector('table.coding')).toBeNull()
    expect(lines(document, '.excerpt')).toEqual(['Kabul must close the camps', 'must'])
    expect(lines(document, '.method dd').at(-1)).toBe('analysts’ notes, names of coders, full texts, coding tables')
    expect(one(document, '.method').textContent).toContain('2 coders, not named in this report')
  })

  test('no private detail of the file it came from is in a report', () => {
    const html = renderReport(
      annotatedData(
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
      ),
    )
    expect(html).not.toMatch(/secret-source|Users|windows-1256/)
    expect(html).toContain('cd'.repeat(32))
  })

  test('contents only where there are several articles', () => {
    expect(parse(renderReport(data)).querySelector('.contents')).toBeNull()
    expect(lines(parse(renderReport(annotatedData([of, article({ id: 2, title: 'Other' })], [first]))), '.contents li a')).toEqual([
      'Talks go on',
      'Other',
    ])
  })

  test('a report about nothing says so', () => {
    expect(lines(parse(renderReport(annotatedData([], []))), '.empty')).toEqual([expect.stringContaining('Nothing in the library passes')])
  })
})

describe('the comparison', () => {
  const of = article({ text: 'Close the camps. We have none. Someone said so.' })
  const [a, b, c] = [
    statement(of, 1, 0, 16, { stance: 'supports' }),
    statement(of, 2, 17, 30, { speakerId: 2, targetIds: [1], stance: 'opposes' }, { speaker: 'Kabul', targets: ['Pakistan'] }),
    statement(of, 3, 31, 47, { speakerId: null, issueIds: [] }, { speaker: null, issues: [] }),
  ]
  const document = parse(renderReport(comparisonData([of], [a, b, c])))

  test('the matrix has stance, quote, tags and counts; its sums are above; silence has a word', () => {
    expect(lines(document, '.cells thead th')).toEqual(['Issue', 'Pakistanprincipal · 1 statement', 'Kabulprincipal · 1 statement'])
    expect(lines(document, '.cells tbody tr')).toEqual([
      'Security DDemand 1 1 statement, 1 outlet DDemand 1 1 statement, 1 outlet',
      'Camps + supports Close the camps. D1 The Daily, 29 Oct 2025 DDemand 1 1 statement, 1 outlet − opposes We have none. D2 The Daily, 29 Oct 2025 DDemand 1 1 statement, 1 outlet',
    ])
    const alone = parse(
      renderReport(
        comparisonData([of], [a], {
          columns: [
            { id: 1, name: 'Pakistan', role: 'principal', statements: 1 },
            { id: 2, name: 'Kabul', role: 'principal', statements: 0 },
          ],
        }),
      ),
    )
    expect(lines(alone, '.silence')).toEqual(['· no evidence', '· no evidence', '· no evidence'])
    expect(lines(alone, '.silent-parties')).toEqual(['No evidence on this issue from these principals and mediators: Kabul'])
  })

  test('every statement is quoted in full with its source, also the one without a speaker', () => {
    expect(lines(document, '.quote blockquote')).toEqual(['Close the camps.', 'We have none.', 'Someone said so.'])
    expect(lines(document, '.quote .citation')[1]).toBe('The Daily, A. Writer, 29 Oct 2025, article 1, 17–30, in Parley')
    expect(one(document, '.quote .citation a').getAttribute('href')).toBe('https://example.invalid/talks')
    expect(one(document, '#no-speaker').textContent).toContain('Someone said so.')
  })

  test('every link inside the report leads somewhere, and no two places have one name', () => {
    const both = statement(of, 4, 0, 5, { issueIds: [1, 2] }, { issues: [['Security'], ['Security', 'Camps']] })
    const page = parse(renderReport(comparisonData([of], [a, b, c, both])))
    expect(
      [...page.querySelectorAll('a[href^="#"]')].filter((link) => page.getElementById(link.getAttribute('href')?.slice(1) ?? '') === null),
    ).toEqual([])
    const ids = [...page.querySelectorAll('[id]')].map((element) => element.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(lines(page, '.quote .badge').filter((mark) => mark === 'D4')).toHaveLength(2)
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
