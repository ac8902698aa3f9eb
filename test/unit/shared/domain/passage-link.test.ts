/** Links of reports: what is made is read back, and nothing else is a link. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passageLink, readPassageLink } from '../../../../src/shared/domain/passage-link.ts'

test('what is made is read back, with blanks around it and in capitals too', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.option(fc.uuid()), fc.boolean(), (articleUid, annotationUid, isLoud) => {
      const link = ` ${passageLink(articleUid, annotationUid)}\n`
      expect(readPassageLink(isLoud ? link.toUpperCase() : link)).toEqual({ articleUid, annotationUid })
    }),
  )
})

test('what is no uid makes no link, and what is no link is none', () => {
  expect(() => passageLink('../../etc')).toThrow(RangeError)
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readPassageLink(text) === null))
  const uid = '0198c2f0-0000-4000-8000-000000000001'
  for (const text of [
    `parley://passage/${uid}/${uid}/more`,
    `parley://passage/${uid}?x=1`,
    `https://passage/${uid}`,
    `javascript:parley://passage/${uid}`,
  ])
    expect(readPassageLink(text)).toBeNull()
})
