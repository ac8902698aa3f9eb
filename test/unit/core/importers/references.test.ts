import { expect, it } from 'vitest'
import { readFile } from '../../../../src/core/importers/read-file.ts'
import { spokenName } from '../../../../src/core/importers/references/people.ts'
import { bytesOf } from './fixtures.ts'
import { asProblem, readAs, tableFixture } from './import-tables.ts'

it('reads RIS as services and programs write it', async () => {
  const { format, articles, lost } = await readAs('list.ris', tableFixture('list.ris'))
  expect(format).toBe('ris')
  expect(articles).toMatchObject([
    {
      title: 'Bridge talks: what the valley wants',
      text: 'The council names three demands.\nIt gives no date for an answer.',
      outlet: 'Marn Courier',
      author: 'Ilse Tarn; Karim Adel, Jr.',
      published: '2025-10-27',
      language: 'de',
      url: 'https://marn.example/talks',
      note: 'Scanned copy.',
      details: { type: 'NEWS', keywords: 'bridge; council', pages: '4–6', doi: '10.1234/marn.77' },
    },
    {
      title: 'Floods on the lower Marn',
      text: 'Floods on the lower Marn\n\n2024, https://doi.org/10.1234/flood.9',
      author: 'Ministry of Rivers',
      published: '2024',
      url: 'https://doi.org/10.1234/flood.9',
      note: 'Cited By :3',
      details: { place: 'Grünau' },
    },
  ])
  expect(lost).toEqual([
    { code: 'textMissing', count: 1, details: { rows: '2' } },
    { code: 'rowEmpty', count: 1, details: { rows: '3' } },
  ])
})

it('reads RIS without a last end, with CR alone, and with notes that stand for a text', async () => {
  const note = 'A note long enough to be read as the text of the entry.'
  const { articles } = await readAs(
    'a',
    bytesOf(`TY  - NEWS\rTI  - One\u2028line\rN1  - ${note}\rUR  - no address\rDA  - in spring\rTY  - NEWS\rTI  - Two\r`),
  )
  expect(articles).toMatchObject([
    { title: 'One line', text: note, url: null, published: null, details: { link: 'no address', dateWritten: 'in spring' } },
    { title: 'Two' },
  ])
  expect(articles[0]?.note).toBeUndefined()
})

it('reads CSL-JSON', async () => {
  const { format, articles, lost } = await readAs('list.json', tableFixture('list.csl.json'))
  expect(format).toBe('csl-json')
  expect(articles).toMatchObject([
    {
      title: 'A second bridge?',
      text: 'The valley asks again.\n\nThe ministry is silent.',
      outlet: 'Marn Courier',
      author: 'Anna van den Berg; Desk of the Courier',
      published: '2025-10',
      language: 'en-GB',
      note: 'from the archive',
      details: { type: 'article-newspaper', pages: '3' },
    },
    { title: 'Ten years of ferries', published: '2021-03', url: 'https://doi.org/10.1234/ferry.10' },
  ])
  expect(lost).toEqual([
    { code: 'textMissing', count: 1, details: { rows: '2' } },
    { code: 'rowEmpty', count: 1, details: { rows: '3' } },
  ])
})

it('D28 CSL-JSON with names of objects, wrong kinds of values and no items', async () => {
  const { read } = await import('../../../../src/core/importers/references/read-csl-json.ts')
  const items =
    '[{"type":"article-newspaper","title":{"__proto__":{"polluted":1}},"abstract":7,"author":{"x":1},"issued":{"date-parts":[["x"]]},"language":[1e400]}]'
  const reading = await read({ name: 'a', bytes: bytesOf(items) })
  expect(reading).toMatchObject({ kind: 'articles', articles: [{ text: '7' }] })
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  expect(asProblem(await read({ name: 'a', bytes: bytesOf('"words"') })).problem.code).toBe('damaged')
  expect(asProblem(await read({ name: 'a', bytes: bytesOf('[]') })).problem.code).toBe('no-text')
  expect(asProblem(await read({ name: 'a', bytes: bytesOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) })).problem.code).toBe('no-text')
})

it('refuses a list without entries', async () => {
  expect(asProblem(await readFile({ name: 'a.ris', bytes: bytesOf('TY  - NEWS\nKW  - bridge\nER  - \n') })).problem.code).toBe('no-text')
})

it.each([
  ['Tarn, Ilse', 'Ilse Tarn'],
  ['King, Martin Luther, Jr.', 'Martin Luther King, Jr.'],
  ['Ministry of Rivers', 'Ministry of Rivers'],
  ['Rivers, Roads, Rails, and Ports', 'Rivers, Roads, Rails, and Ports'],
  ['Tarn,', 'Tarn'],
  ['陈思佳', '陈思佳'],
])('speaks the name %s', (written, spoken) => {
  expect(spokenName(written)).toBe(spoken)
})
