/** What is offered where a search found nothing. */
import { expect, test } from 'vitest'
import { easierQueries } from '../../../../../src/renderer/features/search/easier-queries.ts'

const offered = (query: string): string[] => easierQueries(query).map((one) => `${one.kind}: ${one.query}`)

test('words of a phrase are offered together and each alone', () => {
  expect(offered('"monitoring mechanism"')).toEqual(['unquoted: monitoring mechanism', 'word: monitoring', 'word: mechanism'])
})

test('fields are dropped, and what is left out is not offered', () => {
  expect(offered('tag:Threat ceasefire -border')).toEqual(['everywhere: ceasefire'])
  expect(offered('in:note (نگرانی OR ceasefire)')).toEqual(['everywhere: نگرانی ceasefire', 'word: نگرانی', 'word: ceasefire'])
})

test('words of NEAR are offered each alone', () => {
  expect(offered('NEAR(border trade, 10)')).toEqual(['word: border', 'word: trade'])
})

test('nothing is offered where there is nothing easier', () => {
  expect([offered('ceasefire'), offered(''), offered('tag:Threat'), offered('"')]).toEqual([[], [], [], []])
})
