/** The form of a thread: what a passage proposes, and what is sent of it. */
import { expect, test } from 'vitest'
import { asNew, draftFromAnnotation, draftOfThread, inputOf, newNameOf } from '../../../../src/renderer/features/threads/thread-draft.ts'
import type { Annotation } from '../../../../src/shared/domain/annotation.ts'

const annotation = (more: Partial<Annotation>): Annotation =>
  ({
    quote: 'Close the camps',
    translation: null,
    speakerId: 3,
    onBehalfOfId: null,
    targetIds: [4, 5],
    issueIds: [7],
    deadline: null,
    ...more,
  }) as Annotation

test('a passage proposes its speaker, first target and issue, and its words as title', () => {
  expect(draftFromAnnotation(annotation({ deadline: 'within a week' }), 'demand', '')).toMatchObject({
    kind: 'demand',
    title: 'Close the camps',
    owner: '3',
    addressee: '4',
    issue: '7',
    deadline: 'within a week',
  })
  expect(draftFromAnnotation(annotation({ onBehalfOfId: 9 }), 'offer', 'Typed')).toMatchObject({
    kind: 'commitment',
    title: 'Typed',
    owner: '9',
  })
})

test('the translation is the title where there is one; a long one ends with a whole word, or is cut where there are no spaces', () => {
  expect(draftFromAnnotation(annotation({ quote: 'کیمپ بند کرو', translation: 'Close\n the camps' }), 'demand', '').title).toBe(
    'Close the camps',
  )
  const long = draftFromAnnotation(annotation({ quote: 'every camp on the other side '.repeat(10) }), 'demand', '').title
  expect(long.length).toBeLessThanOrEqual(91)
  expect(long).toMatch(/ (every|camp|on|the|other|side)…$/)
  expect(draftFromAnnotation(annotation({ quote: '关'.repeat(300) }), 'demand', '').title).toBe(`${'关'.repeat(90)}…`)
})

test('ids are sent as numbers, new names as they were typed, a new issue as a path, and blank words as nothing', () => {
  const draft = draftOfThread({
    id: 1,
    uid: 'u',
    kind: 'threat',
    title: 'T',
    ownerId: 3,
    addresseeId: null,
    issueId: null,
    criterion: null,
    deadline: ' 2025-11 ',
    monitor: null,
    note: null,
  })
  expect(inputOf({ ...draft, title: ' T ', addressee: asNew('Doha'), issue: asNew('Border > Crossings'), note: '  ' })).toEqual({
    kind: 'threat',
    title: 'T',
    owner: 3,
    addressee: 'Doha',
    issue: ['Border', 'Crossings'],
    criterion: null,
    deadline: '2025-11',
    monitor: null,
    note: null,
  })
  expect(newNameOf('12')).toBeNull()
})
