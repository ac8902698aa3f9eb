/** What links of a report lead to when they are clicked in its preview. That the frame stays where it is, is tested in the browser. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindOfLink } from '../../../../../src/renderer/features/reports/preview-links.ts'
import { passageLink } from '../../../../../src/shared/domain/passage-link.ts'

const SCRIPT = ['javascript', 'alert(1)'].join(':')

test('places, passages and addresses of the web and of mail are told apart', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.option(fc.uuid()), (article, annotation) => {
      expect(kindOfLink(passageLink(article, annotation))).toBe('passage')
    }),
  )
  expect(kindOfLink('#n12')).toBe('place')
  for (const url of ['https://example.org/a?b#c', 'HTTP://example.org/', 'mailto:desk@example.org']) expect(kindOfLink(url)).toBe('web')
})

test.each([
  SCRIPT,
  ` ${SCRIPT}`,
  `java\nscript:alert(1)`,
  'data:text/html,<p>x',
  'file:///etc/passwd',
  'blob:https://example.org/1',
  'about:blank',
  'parley://passage/1',
  'parley://open/11111111-1111-4111-8111-111111111111',
  '//example.org/',
  '/rpc/library.status',
  '?x',
  '',
])('D1 %j is followed nowhere', (href) => {
  expect(kindOfLink(href)).toBeNull()
})
