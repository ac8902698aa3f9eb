import { expect, it } from 'vitest'
import { detectFormat } from '../../../../../src/core/importers/detect.ts'
import { encodeSingleByte } from '../fixtures.ts'
import { articleOf, articlesOf, readBytes, webFixture } from '../web/reading.ts'

const mailOf = (headers: readonly string[], body: string): string =>
  ['From: Ines <ines@courier.example>', 'To: desk@courier.example', 'Message-ID: <1@x>', ...headers, '', body].join('\r\n')

it('reads a mail: its headers, its text, the mail attached to it; and names what it leaves', async () => {
  const { format, mediaType, encoding, articles, lost } = articlesOf(await readBytes('forwarded.eml', webFixture('forwarded.eml')))
  expect([format, mediaType, encoding]).toEqual(['eml', 'message/rfc822', ''])
  const [own, attached] = articles
  expect(own).toMatchObject({
    title: 'Fwd: Communiqué of the Ostran side',
    author: 'Inès Marbot',
    published: '2025-10-29T14:30+05:00',
    outlet: null,
    language: 'en',
    direction: 'ltr',
    details: {
      from: 'Inès Marbot <ines@courier.example>',
      to: 'Olen, Tariq <tariq@courier.example>, desk@courier.example',
      cc: 'Archive <archive@courier.example>',
    },
  })
  expect(own?.text).toBe(
    'Here is the communiqué as we had it from the ministry.\n\n> We will look at a text, said the spokesman.\n> He did not say when.\n\nInes\n\n-- \nInes Marbot\nVelmora Courier',
  )
  expect(own?.notText?.map(({ start, end, kind }) => [kind, own.text.slice(start, end)])).toEqual([
    ['boilerplate', '-- \nInes Marbot\nVelmora Courier'],
  ])
  expect(attached).toMatchObject({
    title: 'Communique',
    author: 'press@ministry.example',
    published: '2025-10-28T09:00Z',
    text: 'The Ostran side takes note of the proposal.\n\nIt will answer in time.',
  })
  expect(lost).toEqual([{ code: 'attachment', count: 1, details: { name: '../../communique.pdf' } }])
})

it('takes the page of a mail where its plain part is a stub or missing', async () => {
  const both = mailOf(
    ['Subject: s', 'MIME-Version: 1.0', 'Content-Type: multipart/alternative; boundary=b'],
    `--b\r\nContent-Type: text/plain\r\n\r\nSee the page.\r\n--b\r\nContent-Type: text/html\r\n\r\n<div>${'The talks went on. '.repeat(20)}</div><div>And on.</div><img src="https://track.example/p.gif">\r\n--b--`,
  )
  expect((await articleOf('x.eml', both)).text).toBe(`${'The talks went on. '.repeat(20).trim()}\nAnd on.`)
  expect((await articleOf('x.eml', mailOf(['Content-Type: text/html'], '<p>One</p><p>two</p>'))).text).toBe('One\n\ntwo')
})

it('keeps mails that are quoted below a signature', async () => {
  const { text, notText } = await articleOf(
    'x.eml',
    mailOf([], 'Yes.\r\n\r\n-- \r\nInes\r\n\r\nOn Monday, Tariq wrote:\r\n> Shall we print it?'),
  )
  expect(text).toContain('> Shall we print it?')
  expect(notText?.map(({ start, end }) => text.slice(start, end))).toEqual(['-- \nInes\n'])
})

it('reads letters of eight bits in a mail that does not say which, and what a person says', async () => {
  const russian = 'Переговоры о прекращении огня продолжались до позднего вечера, но согласия стороны так и не достигли.'
  const bytes = encodeSingleByte(mailOf(['Subject: Переговоры'], russian), 'windows-1251')
  const reading = articlesOf(await readBytes('x.eml', bytes))
  expect(reading).toMatchObject({ encoding: 'windows-1251', certainty: 'guess', lost: [] })
  expect(reading.articles[0]).toMatchObject({ title: 'Переговоры', text: russian })
  expect(articlesOf(await readBytes('x.eml', bytes, 'koi8-r')).articles[0]?.text).not.toBe(russian)
})

it.each([
  ['encrypted', 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', 'smime.p7m', 'S/MIME'],
  ['packed by Outlook', 'application/ms-tnef; name=winmail.dat', 'winmail.dat', 'winmail.dat'],
])('D21 says that a mail is %s', async (_, type, name, format) => {
  const sealed = mailOf(
    [`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', `Content-Disposition: attachment; filename=${name}`],
    'AAAA',
  )
  expect(await readBytes('x.eml', sealed)).toMatchObject({ problem: { code: 'format', details: { format } } })
  const beside = mailOf(
    ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'],
    `--b\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n--b\r\nContent-Type: ${type}\r\nContent-Disposition: attachment; filename=${name}\r\n\r\nAAAA\r\n--b--`,
  )
  expect(articlesOf(await readBytes('x.eml', beside)).lost).toEqual([
    { code: format === 'S/MIME' ? 'encrypted' : 'winmail', count: 1, details: { name } },
  ])
})

it('refuses a mail without words', async () => {
  expect(await readBytes('x.eml', mailOf(['Content-Type: text/html'], '<img src="cid:x">'))).toMatchObject({ problem: { code: 'no-text' } })
})

it.each([
  ['x.eml', 'From: a@b.example\nSubject: s\n\ntext', { id: 'eml' }],
  ['x.txt', 'Return-Path: <a@b.example>\nReceived: from x\n\ntext', { id: 'eml' }],
  ['x', 'From a@b.example Mon Oct 27\nMessage-ID: <x>\nFrom: a@b.example\n\ntext', { id: 'eml' }],
  ['x', 'From: Ines <a@b.example>\nTo: c@d.example\nDate: Wed, 29 Oct 2025 10:00:00 +0000\nSubject: s\n\ntext', { id: 'eml' }],
  ['x.mht', 'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=b\n\n--b', { id: 'mhtml' }],
  ['x.txt', 'Title: Talks resume\nDate: 29 October 2025\n\nThe delegations met.', 'plain-text'],
  ['x.txt', 'From: our correspondent in Halden\nThe delegations met again.', 'plain-text'],
  ['x.eml', 'Words in a misnamed file.', 'plain-text'],
])('D17 knows mails by their headers: %s %j', (name, content, format) => {
  expect(detectFormat(name, Buffer.from(content))).toEqual(format)
})
