/** Fields of a tag's own in reports: each type in words, in a column that is there only where something is said in one. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importText, openRealCore, type RealCore } from '../../../helpers/real-core.ts'
import { parse } from './fixtures.ts'

let real: RealCore
let articleId: number
const report = async (): Promise<Document> => parse((await real.client.call('reports.preview', { kind: 'annotated' })).html)
const texts = (document: Document, selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim())

beforeAll(async () => {
  real = await openRealCore()
  articleId = await importText(real.core, real.client, 'Kabul wants the gates open. It said so twice.')
  const { tagId } = await real.client.call('annotations.create', { articleId, start: 0, end: 27, tag: 'demand' })
  await real.client.call('tags.setFields', {
    id: tagId,
    fields: [
      { name: 'Where <b>', type: 'text' },
      { name: 'Times', type: 'number' },
      { name: 'Until', type: 'date' },
      { name: 'Answer', type: 'choice', choices: ['yes', 'no'] },
      { name: 'In public', type: 'yes-no' },
      { name: 'Heard by', type: 'party' },
      { name: 'Empty', type: 'text' },
    ],
  })
})
afterAll(() => real.close())

test('no column where nobody filled one in', async () => {
  expect(texts(await report(), '.coding thead th')).toHaveLength(7)
})

test('all types, in the order of the form, in the table and in the note; what is left from another tag is not told', async () => {
  const values = { 'Heard by': 'Qatar', Times: 2, 'Where <b>': 'Torkham & beyond', 'In public': false, Until: '2025-11', Answer: 'no' }
  const [first] = await real.client.call('annotations.list', {})
  await real.client.call('annotations.update', { id: first?.id ?? 0, patch: { fields: values } })
  const document = await report()
  expect(texts(document, '.coding thead th').at(-1)).toBe('Own fields')
  const told = ['Where <b> Torkham & beyond', 'Times 2', 'Until Nov 2025', 'Answer no', 'In public no', 'Heard by Qatar']
  expect(texts(document, '.coding tbody td:last-child p')).toEqual(told)
  expect(texts(document, '#n1')[0]).toContain(told.join(' '))
  await real.client.call('annotations.update', { id: first?.id ?? 0, patch: { tag: 'threat' } })
  expect(texts(await report(), '#n1')[0]).not.toContain('Torkham')
})
