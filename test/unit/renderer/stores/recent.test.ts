/** What was used last comes first, in the article and then in the library; kept values wait under their library. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Annotation } from '../../../../src/shared/domain/annotation.ts'
import { useCoding } from '../../../../src/renderer/stores/coding.ts'
import { placesOf, useRecent } from '../../../../src/renderer/stores/recent.ts'

const annotation = (given: Partial<Annotation>): Annotation =>
  ({
    articleId: 1,
    tagId: 1,
    speakerId: null,
    onBehalfOfId: null,
    targetIds: [],
    issueIds: [],
    intensity: null,
    changedAt: '2025-10-30T08:00:00Z',
    ...given,
  }) as Annotation

const recent = () => useRecent.getState()
const coding = () => useCoding.getState()
beforeEach(() => {
  coding().reset()
  useCoding.setState({ kept: new Map() })
})

describe('recent values', () => {
  test('the last used first, nothing twice', () => {
    recent().note(annotation({ tagId: 1, speakerId: 11, targetIds: [12], issueIds: [21, 22] }))
    recent().note(annotation({ tagId: 2, speakerId: 12, targetIds: [13] }))
    expect(recent().byArticle.get(1)).toEqual({ tags: [2, 1], parties: [12, 13, 11], issues: [21, 22] })
    expect(recent().library).toEqual(recent().byArticle.get(1))
  })

  test('an article has its own order, and what was coded in it before counts by its date', () => {
    recent().note(annotation({ articleId: 2, speakerId: 19 }))
    recent().enter(1, [
      annotation({ speakerId: 11, changedAt: '2025-10-30T09:00:00Z' }),
      annotation({ speakerId: 12, changedAt: '2025-10-30T10:00:00Z' }),
      annotation({ speakerId: 13, changedAt: '2025-10-30T08:00:00Z' }),
    ])
    expect(recent().articleId).toBe(1)
    expect(recent().byArticle.get(1)?.parties).toEqual([12, 11, 13])
    expect(recent().library.parties).toEqual([19])
  })

  test('coming back to an article keeps the order of this run; an answer that is not there yet is no order', () => {
    recent().enter(1, [])
    recent().enter(1, [annotation({ speakerId: 11 })])
    recent().note(annotation({ speakerId: 12 }))
    recent().enter(1, [annotation({ speakerId: 13 })])
    expect(recent().byArticle.get(1)?.parties).toEqual([12, 11])
  })

  test('what is not among them comes last', () => {
    const place = placesOf([7, 5])
    expect([5, 6, 7, 8].toSorted((a, b) => place(a) - place(b))).toEqual([7, 5, 6, 8])
  })
})

describe('coding', () => {
  test('remembering goes into what was used last, and carries the intensity', () => {
    coding().remember(annotation({ speakerId: 11, intensity: 4 }))
    expect(coding().lastByArticle.get(1)).toMatchObject({ speakerId: 11, intensity: 4 })
    expect(recent().library.parties).toEqual([11])
  })

  test('values are kept by article and library; another library does not see them, and they wait there', () => {
    coding().keep('one', 1, { speaker: 11, targets: [12] })
    coding().keep('one', 1, { issues: [21] })
    coding().keep('one', 1, { targets: [] })
    coding().reset()
    expect(coding().kept.get('one')?.get(1)).toEqual({ speaker: 11, targets: [], issues: [21] })
    expect(coding().kept.get('two')).toBeUndefined()
    expect(coding().stickyTagId).toBeNull()
  })
})
