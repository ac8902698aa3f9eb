/** Comparing large texts: in steps that others can come between, and once for whoever asks again. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignSteps, alignTexts } from '../../../../src/core/anchoring/alignment.ts'
import { anchorSpans } from '../../../../src/core/anchoring/anchoring.ts'
import { compareTexts } from '../../../../src/core/anchoring/compare.ts'
import { diffSteps } from '../../../../src/core/anchoring/readable-diff.ts'
import { aText, anEdit, applied, spansOver } from './texts.ts'

const PARAGRAPHS = 400
const OLD = Array.from(
  { length: PARAGRAPHS },
  (_, at) => `Speaker ${at} said that matter ${at % 97} would be settled by the north side.`,
).join('\n')
const NEW = OLD.replaceAll('settled', 'resolved').replaceAll('north', 'northern')

function stops(steps: Generator<undefined, unknown, undefined>): number {
  let count = 0
  while (!steps.next().done) count++
  return count
}

test('others can come between any two paragraphs', () => {
  expect(stops(alignSteps(OLD, NEW))).toBeGreaterThanOrEqual(2 * PARAGRAPHS)
  expect(stops(diffSteps(OLD, NEW, alignTexts(OLD, NEW)))).toBeGreaterThanOrEqual(PARAGRAPHS)
})

test('the same texts are compared once for each owner, and few are kept', async () => {
  const [library, other] = [{}, {}]
  const first = await compareTexts(library, OLD, NEW)
  expect(await compareTexts(library, OLD, `${NEW} `.trim())).toBe(first)
  expect(await compareTexts(other, OLD, NEW)).not.toBe(first)
  for (const text of ['A.', 'B.', 'C.']) await compareTexts(library, text, NEW)
  expect(await compareTexts(library, OLD, NEW)).not.toBe(first)
})

test('answers that are kept are those that would be found anew', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .tuple(aText, fc.array(anEdit, { maxLength: 4 }))
        .chain(([text, edits]) => fc.record({ text: fc.constant(text), now: fc.constant(applied(text, edits)), spans: spansOver(text) })),
      async ({ text, now, spans }) => {
        const { anchor } = await compareTexts({}, text, now)
        const anew = anchorSpans(text, now, spans)
        expect(spans.map(anchor)).toEqual(anew)
        expect(spans.map(anchor)).toEqual(anew)
      },
    ),
  )
})
