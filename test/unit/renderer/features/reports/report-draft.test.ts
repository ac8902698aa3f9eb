/** What is sent of a draft: only what its kind takes, always something the core takes; and what a draft names that is gone. */
import { expect, test } from 'vitest'
import { articlesOf, missingOf, withoutMissing, type Known } from '../../../../../src/renderer/features/reports/missing.ts'
import {
  draftOf,
  fromKept,
  keptDraftSchema,
  lackOf,
  NEW_DRAFT,
  toInput,
  toKept,
  toTemplate,
  type KeptDraft,
} from '../../../../../src/renderer/features/reports/report-draft.ts'
import { reportInputSchema, reportKindSchema, reportLookSchema } from '../../../../../src/shared/domain/report.ts'
import { templateInputSchema } from '../../../../../src/shared/domain/report-template.ts'

const look = reportLookSchema.parse({ house: 'House' })
let keys = 0
const draft = (patch: Partial<KeptDraft>): ReturnType<typeof fromKept> => fromKept({ ...NEW_DRAFT, ...patch }, () => `k${++keys}`)
const full: Partial<KeptDraft> = {
  title: ' Talks ',
  subtitle: '  ',
  filter: { parties: [1], tags: [] },
  party: 4,
  since: '2025-10-19',
  until: '2025-10-30',
  newSince: { runId: 3 },
  blocks: [
    { kind: 'text', text: 'Words', quotes: [9], heading: '' },
    { kind: 'dossier', party: null },
    { kind: 'dossier', party: 4 },
  ],
}

test.each(reportKindSchema.options)('%s: what is sent is what the core takes, and nothing of other kinds', (kind) => {
  const input = toInput(draft({ ...full, kind }), look, '2025-01-01')
  const { title, subtitle, filter, party, since, until, blocks, newSince } = reportInputSchema.parse(input)
  expect({ title, subtitle, filter, newSince }).toEqual({
    title: 'Talks',
    subtitle: undefined,
    filter: { parties: [1] },
    newSince: { runId: 3 },
  })
  expect(party).toBe(kind === 'dossier' ? 4 : undefined)
  expect([since, until]).toEqual(kind === 'changes' ? ['2025-10-19', '2025-10-30'] : [undefined, undefined])
  expect(blocks.map((block) => block.kind)).toEqual(kind === 'briefing' ? ['text', 'dossier'] : [])
  expect(templateInputSchema.parse(toTemplate(draft({ ...full, kind }), '2025-01-01'))).not.toHaveProperty('look')
})

test('what changed begins with the day that is proposed where none was chosen', () => {
  expect(toInput(draft({ kind: 'changes' }), look, '2025-10-19')).toMatchObject({ since: '2025-10-19' })
})

test('a dossier lacks its party, a briefing its blocks', () => {
  expect(lackOf(draft({ kind: 'dossier' }))).toBe('party')
  expect(lackOf(draft({ kind: 'dossier', party: 1 }))).toBeNull()
  expect(lackOf(draft({ kind: 'briefing', blocks: [{ kind: 'dossier', party: null }] }))).toBe('blocks')
  expect(lackOf(draft({ kind: 'briefing', blocks: [{ kind: 'matrix' }] }))).toBeNull()
  expect(lackOf(draft({ kind: 'ledger' }))).toBeNull()
})

test('a draft that is kept comes back as it was; a template comes back as what it keeps', () => {
  const kept = toKept(draft({ ...full, kind: 'briefing' }))
  expect(keptDraftSchema.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  const template = templateInputSchema.parse(
    toTemplate(
      fromKept(kept, () => `k${++keys}`),
      '2025-01-01',
    ),
  )
  expect(
    toTemplate(
      fromKept(draftOf(template, 7), () => `k${++keys}`),
      '2025-01-01',
    ),
  ).toMatchObject(template)
  // What a later version wrote falls back field by field.
  expect(keptDraftSchema.parse({ ...kept, kind: 'hologram', blocks: [{ kind: 'hologram' }] })).toMatchObject({
    kind: 'annotated',
    title: kept.title,
    blocks: [],
  })
})

test('what is gone is counted wherever it is named, and can be left out', () => {
  const named = draft({
    kind: 'briefing',
    filter: { parties: [1, 2], issues: [5], articles: [10, 11] },
    party: 2,
    blocks: [
      { kind: 'ledger', filter: { parties: [2], tags: [3], articles: [12] } },
      { kind: 'dossier', party: 2 },
      { kind: 'dossier', party: 1 },
    ],
  })
  const kept = toKept(named)
  expect(articlesOf(kept)).toEqual([10, 11, 12])
  const has = (...ids: number[]): ReadonlyMap<number, never> => new Map(ids.map((id) => [id, undefined as never]))
  const known: Known = { partyById: has(1), issueById: has(), tagById: has(3), articles: new Set([10, 12]) }
  expect(missingOf(kept, known)).toEqual({ parties: 1, issues: 1, tags: 0, articles: 1 })
  const mended = withoutMissing(kept, known)
  expect(mended).toEqual({
    filter: { parties: [1], articles: [10] },
    party: null,
    blocks: [
      { kind: 'ledger', filter: { tags: [3], articles: [12] } },
      { kind: 'dossier', party: null },
      { kind: 'dossier', party: 1 },
    ],
  })
  expect(missingOf({ ...kept, ...mended }, known)).toBeNull()
})
