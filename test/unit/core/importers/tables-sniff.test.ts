import { expect, it } from 'vitest'
import { detectFormat } from '../../../../src/core/importers/detect.ts'
import { bytesOf } from './fixtures.ts'
import { tableFixture, workbook } from './import-tables.ts'

it.each([
  ['articles.csv', 'csv'],
  ['windows-1252.csv', 'csv'],
  ['records.jsonl', 'jsonl'],
  ['list.ris', 'ris'],
  ['list.csl.json', 'csl-json'],
  ['media-cloud.csv', 'mediacloud-csv'],
  ['lexis-en.txt', 'lexisnexis-text'],
  ['lexis-de.txt', 'lexisnexis-text'],
  ['factiva.html', 'factiva-html'],
  ['factiva.xml', 'factiva-xml'],
])('D17 knows %s by its content, under any name', (name, id) => {
  expect(detectFormat('download', tableFixture(name))).toEqual({ id })
})

it('D17 knows a workbook', () => {
  expect(detectFormat('a', workbook({ sheets: [{ name: 'A', rows: '' }] }))).toEqual({ id: 'xlsx' })
})

it.each([
  ['a.csv', 'Number;Words\n1;one\n2;two\n', 'csv'],
  ['a.tsv', 'x\ty\n1\t2\n', 'csv'],
  ['a', 'sep=;\nx;y\n', 'csv'],
  ['a.csv', 'text\n"One cell, with commas"\n', 'csv'],
  ['a', '1,2,3,4\n5,6,7,8\n1,2,3,4\n5,6,7,8\n1,2,3,4\n', 'csv'],
  ['a', '\ufefftitle,text\nA,"x, y"\n', 'csv'],
  ['a.ndjson', '{"text":"x"}', 'jsonl'],
  ['a', '{"text":"x"}\n{"text":"y"}\n', 'jsonl'],
  ['a', '[{"text":"x"}]', 'jsonl'],
])('knows %s: %j', (name, text, id) => {
  expect(detectFormat(name, bytesOf(text))).toEqual({ id })
})

it('knows a table in UTF-16, as spreadsheets save "Unicode text"', () => {
  expect(detectFormat('a.txt', Buffer.from('\ufefftitle\ttext\nA\tSome words\n', 'utf16le'))).toEqual({ id: 'csv' })
})

it.each([
  ['a.txt', 'The talks, which began on Monday, went on.\nNobody, it was said, would leave.\nThe river, too, stayed.\n'],
  ['a.csv', 'The talks, which began on Monday, went on.\n\nNobody would leave. The river stayed; so did they.\nSome, many, most, all.\n'],
  ['a.txt', 'Smith, John\nDoe, Jane\n'],
  ['a.txt', 'Title | Paper\n\nText goes here.\n'],
  ['a.txt', '[Beijing] Talks go on.'],
  ['a.txt', 'He counted 3 of 10 documents, LENGTH: not known.\n\n                     3 of 10 DOCUMENTS\n\nNobody counted the others.\n'],
  ['a.ris', 'TY is short for type, said the librarian.\n'],
])('leaves %s alone: %j', (name, text) => {
  expect(detectFormat(name, bytesOf(text))).toBe('plain-text')
})

it('takes no annotations in JSON-LD for records', () => {
  expect(detectFormat('a.json', bytesOf('[{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation"}]'))).toEqual({ id: 'jsonld' })
})
