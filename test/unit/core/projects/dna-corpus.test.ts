/** The sample database of the Discourse Network Analyzer, as a whole. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { corpus } from '../../shared/text/corpus.ts'
import { lossesOf, projectLibrary, readProject } from './helpers.ts'

interface Expected {
  id: number
  type: string
  document: string
  coder: string
  text: string
  values: { person?: string; organization?: string; concept?: string; agreement?: boolean; note?: string }
}
interface Row {
  quote: string
  title: string
  coder: string
  tag: string
  person: string | null
  side: string | null
  behalf: string | null
  issue: string | null
  stance: string | null
  note: string | null
}

const file = (name: string): Buffer => readFileSync(join(corpus ?? '', 'dna', name))
const coded = `SELECT n.quote, a.title, c.name AS coder, t.name AS tag, p.name AS person, s.name AS side, b.name AS behalf, i.name AS issue, n.stance, n.note
  FROM annotation n JOIN article a ON a.id = n.article_id JOIN coder c ON c.id = n.coder_id JOIN tag t ON t.id = n.tag_id
  LEFT JOIN party p ON p.id = n.speaker_id LEFT JOIN party s ON s.id = p.parent_id LEFT JOIN party b ON b.id = n.on_behalf_of_id
  LEFT JOIN annotation_issue ni ON ni.annotation_id = n.id LEFT JOIN issue i ON i.id = ni.issue_id ORDER BY n.id`

describe.skipIf(!corpus)('DNA 3 sample', () => {
  test('all 41 statements come in with their words, people, concept and agreement', async () => {
    const { bring, db } = projectLibrary()
    const lines = await bring(await readProject(file('sample-v3.dna')))
    expect(lines.map(({ part, outcome }) => [part, outcome])).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7].map((part) => [part, 'imported']),
      [null, 'imported'],
    ])
    expect(lossesOf(lines)).toEqual({ 'dna-regexes': 6, 'dna-relations': 12 })
    const expected = JSON.parse(file('expected_statements_v3.json').toString()) as Expected[]
    const found = db.all<Row>(coded).map((row) => ({ ...row, text: row.quote }))
    expect(found).toHaveLength(41)
    for (const { text, document, coder, values, type } of expected) {
      const row = found.find((one) => one.text === text && (one.issue ?? undefined) === values.concept)
      expect(row).toMatchObject({ title: document, coder })
      expect(row?.tag).toBe(type === 'DNA Statement' ? 'Position' : type)
      expect(row?.person ?? undefined).toBe(values.person)
      expect(row?.behalf ?? undefined).toBe(values.organization)
      expect(row?.stance ?? undefined).toBe(values.agreement === undefined ? undefined : values.agreement ? 'supports' : 'opposes')
    }
    expect(found.find(({ tag }) => tag === 'Annotation')?.note).toMatch(/^note: This is a note\./)
  })

  test('a plain count of sides, issues and stances gives its matrix', async () => {
    const { bring, db } = projectLibrary()
    await bring(await readProject(file('sample-v3.dna')))
    const counts = db.all<{ organization: string; concept: string; agreement: number; n: number }>(
      `SELECT s.name AS organization, i.name AS concept, n.stance = 'supports' AS agreement, count(*) AS n
       FROM annotation n JOIN party p ON p.id = n.speaker_id JOIN party s ON s.id = p.parent_id
       JOIN annotation_issue ni ON ni.annotation_id = n.id JOIN issue i ON i.id = ni.issue_id GROUP BY 1, 2, 3`,
    )
    const expected = JSON.parse(file('expected_org_concept_matrix.json').toString()) as {
      organization: string
      concept: string
      agreement: boolean
      n: number
    }[]
    const key = (row: { organization: string; concept: string }): string => `${row.organization} ${row.concept}`
    const sorted = <T extends { organization: string; concept: string }>(rows: T[]): T[] =>
      rows.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
    expect(sorted(counts.map((row) => ({ ...row, agreement: row.agreement === 1 })))).toEqual(expect.arrayContaining(expected))
    expect(counts).toHaveLength(expected.length)
  })

  test('it comes in once, however often it is brought', async () => {
    const { bring, preview, db, library } = projectLibrary()
    const reading = await readProject(file('sample-v3.dna'))
    await bring(reading)
    const before = db.all('SELECT * FROM annotation ORDER BY id')
    const seq = library.historyState()
    const again = await bring(await readProject(file('sample-v3.dna')))
    expect(again.map(({ outcome }) => outcome)).toEqual(Array(8).fill('duplicate'))
    expect(db.all('SELECT * FROM annotation ORDER BY id')).toEqual(before)
    expect(library.historyState()).toEqual(seq)
    expect(preview(reading).kinds.map(({ counts }) => counts.new)).toEqual([0, 0, 0, 0, 0])
    expect(preview(reading).differ).toBe(0)
  })

  test('one undo takes all of it back, and it can come again', async () => {
    const { bring, db, library } = projectLibrary()
    const reading = await readProject(file('sample-v3.dna'))
    await bring(reading)
    library.undo()
    for (const table of ['article', 'annotation', 'issue', 'party']) expect(db.value(`SELECT count(*) FROM ${table}`)).toBe(0)
    await bring(reading)
    expect(db.value('SELECT count(*) FROM annotation')).toBe(41)
  })

  test('no password comes along', async () => {
    const reading = await readProject(file('sample-v3.dna'))
    expect(JSON.stringify(reading)).not.toMatch(/t7STqOHxpl|ez43cy74|WO8DqAG6|6jsPdENK/)
  })
})
