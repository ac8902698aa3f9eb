// @vitest-environment jsdom
/** Words by key, errors in words for every code there is, and dates as precise as they are. */
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { useLayoutEffect } from 'react'
import { createIntl } from 'react-intl'
import { errorText, formatPartialDate, useDateText, useSay, type Say } from '../../../../src/renderer/lib/say.ts'
import { messages } from '../../../../src/renderer/lib/locale.tsx'
import { errorCodes, ParleyError, type ErrorDetails } from '../../../../src/shared/rpc/envelope.ts'
import { mount, unmountAll } from '../ui/harness.tsx'

afterEach(unmountAll)

/** The hooks as a component has them. */
function inComponent(): { say: Say; dateText: ReturnType<typeof useDateText> } {
  const found: { say?: Say; dateText?: ReturnType<typeof useDateText> } = {}
  function Probe() {
    const hooks = { say: useSay(), dateText: useDateText() }
    useLayoutEffect(() => void Object.assign(found, hooks))
    return null
  }
  mount(<Probe />)
  const { say, dateText } = found
  if (!say || !dateText) throw new Error('not mounted')
  return { say, dateText }
}

/** Everything an error may bring along. */
const DETAILS: ErrorDetails = {
  name: 'Talks',
  letter: 'T',
  holder: 'Kabul',
  what: 'article',
  id: 7,
  field: 'title',
  problem: 'too long',
  pid: 4711,
  since: '2025-10-30T08:00:00.000Z',
  host: null,
}

describe('errors', () => {
  test.each(errorCodes)('%s is a sentence with its details in it, and no placeholder left', (code) => {
    const { say } = inComponent()
    const text = errorText(say, new ParleyError(code, DETAILS))
    expect(text).toMatch(/^[“A-Z].*[.!]$/s)
    expect(text).not.toMatch(/[{}]|error\.|undefined/)
    expect(text).not.toBe(code)
  })

  test('with a reason of their own are said in that reason’s words; with an unknown reason in those of the code', () => {
    const { say } = inComponent()
    const text = (reason: string): string => errorText(say, new ParleyError('file-unreadable', { name: 'a.txt', reason }))
    expect(text('too-large')).toBe(say('error.file-unreadable.too-large', { name: 'a.txt' }))
    expect(text('too-large')).not.toBe(text('SQLITE_CANTOPEN'))
    for (const reason of ['SQLITE_CANTOPEN', 'constructor', '__proto__', ''])
      expect(text(reason)).toBe(say('error.file-unreadable', { name: 'a.txt' }))
  })

  test('that nobody expected, or that are no errors at all, are internal and tell nothing of the inside', () => {
    const { say } = inComponent()
    for (const thrown of [new Error('/home/ada/talks.parley'), 'text', null, undefined, { code: 'disk-full' }])
      expect(errorText(say, thrown)).toBe(messages['error.internal'])
  })

  test('show a name as text, whatever it looks like', () => {
    const { say } = inComponent()
    for (const name of ['<b>x</b>', '{holder}', "it's '{x}'", '%s'])
      expect(errorText(say, new ParleyError('name-taken', { name, holder: 'Kabul' }))).toContain(`“${name}”`)
  })
})

describe('dates', () => {
  test.each([
    ['2025', '2025'],
    ['2025-10', 'Oct 2025'],
    ['2025-10-29', 'Oct 29, 2025'],
    ['2025-10-29T14:30', 'Oct 29, 2025, 14:30'],
    ['2025-10-29T23:30+05:00', 'Oct 29, 2025, 23:30'],
    ['2025-01-01', 'Jan 1, 2025'],
    ['2024-02-29', 'Feb 29, 2024'],
    ['0007-03-01', 'Mar 1, 7'],
  ])('%s is shown as %s: as precise as it is, on the day that it names', (date, shown) => {
    expect(inComponent().dateText(date)).toBe(shown)
  })

  test('the same date in other zones of the machine is the same day', () => {
    onTestFinished(() => void vi.unstubAllEnvs())
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Niue', 'Asia/Kabul']) {
      vi.stubEnv('TZ', zone)
      expect(formatPartialDate(createIntl({ locale: 'en' }), '2025-10-29')).toBe('Oct 29, 2025')
    }
  })

  test('in another language is in its words; none is a dash', () => {
    expect(formatPartialDate(createIntl({ locale: 'de' }), '2025-10')).toBe('Okt. 2025')
    expect(inComponent().dateText(null)).toBe('—')
  })
})

test('a message takes its values, and stays the same function while the language does', () => {
  const { say } = inComponent()
  expect(say('error.range-invalid')).toBe(messages['error.range-invalid'])
  expect(say('error.name-taken', { name: 'A', holder: 'B' })).toContain('“B”')
})

describe('F8 names in sentences', () => {
  const say: Say = (id, values) => inComponent().say(id, values)
  test.each([
    ['Annex \u202egnp.exe', '\u2068Annex \u202egnp.exe\u2069'],
    ['one \u2067two', '\u2068one \u2067two\u2069\u2069'],
    ['out\u2069 \u202eof it', '\u2068out \u202eof it\u2069'],
    ['\u2068told \u202eapart\u2069', '\u2068\u2068told \u202eapart\u2069\u2069'],
    ['\u2068apart\u2069', '\u2068apart\u2069'],
    ['Ordinary', 'Ordinary'],
  ])('F8 %j turns nothing around it', (name, shown) => {
    expect(say('codebook.removeTitle', { name })).toBe(`Remove “${shown}”?`)
  })
})
