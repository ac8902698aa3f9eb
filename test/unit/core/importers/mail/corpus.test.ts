/** Real mails, many of them malformed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { corpus } from '../../../shared/text/corpus.ts'
import { articleOf, readBytes } from '../web/reading.ts'

const folder = join(corpus ?? '', 'eml')
const mails = corpus === null ? [] : readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.eml'))
const WITHOUT_WORDS = [
  'inline_image',
  'attachment_only',
  'bad_date_header2',
  'empty_in_reply_to',
  'missing_body',
  'binary_encoded',
  'attachment_long_name',
]

describe.skipIf(!corpus)('real mails', () => {
  it.each(mails)('%s is read, or has no words', async (name) => {
    const reading = await readBytes(name, readFileSync(join(folder, name)))
    if (WITHOUT_WORDS.some((part) => name.includes(part))) return expect(reading).toMatchObject({ problem: { code: 'no-text' } })
    expect(reading).toMatchObject({ kind: 'articles', format: 'eml' })
    return expect(reading.kind === 'articles' && reading.articles[0]?.author).toBeTruthy()
  })

  it.each([
    ['emails/multi_charset/japanese.eml', { title: 'まみむめも', author: 'Mikel Lindsaar', language: 'ja' }, 'かきくえこ'],
    ['emails/multi_charset/japanese_shift_jis.eml', { title: 'test', language: 'ja', published: '2014-05-28T17:18+09:00' }, 'あいうえお'],
    [
      'emails/plain_emails/raw_email.eml',
      { title: 'NOTE: 한국말로 하는 것', author: 'Jamis Buck', language: 'ko', published: '2005-05-02T16:07-06:00' },
      '대부분의 마찬가지로',
    ],
    ['emails/rfc2822/example04.eml', { author: 'Pete', published: '1969-02-13T23:32-03:30' }, 'Testing.'],
    ['emails/error_emails/header_fields_with_empty_values.eml', { author: 'Jørn Støylen', title: 'Testmail' }, 'Jørn Støylen'],
  ])('%s says what it says', async (name, metadata, words) => {
    const article = await articleOf(name, readFileSync(join(folder, name)))
    expect(article).toMatchObject(metadata)
    expect(article.text).toContain(words)
  })

  it('are all there', () => {
    expect(mails.length).toBeGreaterThanOrEqual(45)
  })
})
