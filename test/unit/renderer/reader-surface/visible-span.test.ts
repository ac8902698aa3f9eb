// @vitest-environment jsdom
/** Which stretch is on the screen, from boxes of 100 px that stand below each other. */
import { expect, test } from 'vitest'
import { blocksOf } from '../../../../src/renderer/lib/reader-surface/blocks.ts'
import { TextDom } from '../../../../src/renderer/lib/reader-surface/text-dom.ts'
import { visibleSpan } from '../../../../src/renderer/lib/reader-surface/visible-span.ts'
import { paragraphs } from '../../../../src/shared/text/paragraphs.ts'

const PARAGRAPHS = 20
const text = Array.from({ length: PARAGRAPHS }, () => 'x'.repeat(99)).join('\n')

function shown(top: number, bottom: number, live: [number, number] = [0, PARAGRAPHS]) {
  const dom = new TextDom(document.createElement('article'), text, blocksOf(text, paragraphs(text), 'ltr'), 'ltr')
  dom.paragraphs.forEach((paragraph, index) => (paragraph.getBoundingClientRect = () => new DOMRect(0, index * 100, 600, 100)))
  const slices = dom.blocks.map(({ start, end }, paragraph) => ({ paragraph, start, end })).slice(...live)
  return visibleSpan(dom, slices, top, bottom)
}

test('is as much of the text as of its height', () => {
  expect(shown(0, 2_000)).toEqual({ start: 0, end: text.length })
  expect(shown(0, 300)).toEqual({ start: 0, end: 299 })
  expect(shown(350, 450)).toEqual({ start: 350, end: 450 })
})

test('begins with the text where the headline is still on the screen, and ends with it behind its end', () => {
  expect(shown(-400, 100)).toEqual({ start: 0, end: 99 })
  expect(shown(1_950, 2_400)).toEqual({ start: 1950, end: text.length })
  expect(shown(2_100, 2_400)).toEqual({ start: text.length, end: text.length })
})

test('knows only what is laid out', () => {
  expect(shown(500, 800, [4, 9])).toEqual({ start: 500, end: 799 })
  expect(shown(500, 800, [0, 0])).toEqual({ start: text.length, end: text.length })
})
