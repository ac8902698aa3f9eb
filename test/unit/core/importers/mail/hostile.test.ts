/** D21: mails made to choke a reader, or to lie. */
import { expect, it } from 'vitest'
import { articleOf, articlesOf, readBytes } from '../web/reading.ts'

const HEAD = 'From: a@b.example\r\nTo: c@d.example\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\n'

it('D21 stops at 1,000 nested multiparts', async () => {
  const nested = Array.from({ length: 1_000 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join('')
  expect(await readBytes('x.eml', HEAD + nested)).toMatchObject({ problem: { code: 'unsafe', details: { reason: 'nesting', limit: 64 } } })
})

it('D21 stops at a header of 10 MB, also one of encoded words', async () => {
  for (const value of ['x'.repeat(10_000_000), '=?utf-8?B?44G+?= '.repeat(600_000)]) {
    const reading = await readBytes('x.eml', `${HEAD}Subject: ${value}\r\n\r\ntext`)
    expect(reading).toMatchObject({ problem: { code: 'unsafe', details: { reason: 'headers' } } })
  }
})

it('D21 reads encoded words up to that limit, and cuts the title', async () => {
  const { title } = await articleOf('x.eml', `${HEAD}Subject: ${'=?utf-8?B?44G+44KC?= '.repeat(10_000)}\r\n\r\ntext`)
  expect(title).toBe('まも'.repeat(150))
})

it('D21 stops at a boundary of 1 MB', async () => {
  const boundary = 'b'.repeat(1_000_000)
  const mail = `${HEAD}Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n--${boundary}\r\nContent-Type: text/plain\r\n\r\nWords.\r\n--${boundary}--\r\n`
  expect(await readBytes('x.eml', mail)).toMatchObject({ problem: { code: 'unsafe', details: { reason: 'headers' } } })
})

it('D21 stops at more parts than any mail has', async () => {
  expect(
    await readBytes('x.eml', `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(30_000)}`),
  ).toMatchObject({
    problem: { code: 'unsafe', details: { reason: 'parts' } },
  })
})

it('D21 leaves a packed attachment as it is', async () => {
  const mail = `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nWords.\r\n--b\r\nContent-Type: application/zip; name=bomb.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${'QUFB'.repeat(2_000_000)}\r\n--b--\r\n`
  const { articles, lost } = articlesOf(await readBytes('x.eml', mail))
  expect(articles[0]?.text).toBe('Words.')
  expect(lost).toEqual([{ code: 'attachment', count: 1, details: { name: 'bomb.zip' } }])
})

it('D21 says that two headers name a sender, and keeps both', async () => {
  const { articles, lost } = articlesOf(await readBytes('x.eml', `From: real@b.example\r\n${HEAD.replace('a@b', 'false@b')}\r\nWords.`))
  expect(articles[0]).toMatchObject({ author: 'real@b.example', details: { from: 'real@b.example, false@b.example' } })
  expect(lost).toEqual([{ code: 'senders', count: 2 }])
})

it('D21 follows mails inside mails to a depth and no further', async () => {
  let mail = `${HEAD}\r\nThe innermost words.`
  for (let depth = 0; depth < 12; depth++) {
    mail = `${HEAD}Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\nContent-Type: text/plain\r\n\r\nLevel ${depth}.\r\n--b${depth}\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n${mail}\r\n--b${depth}--\r\n`
  }
  const { articles, lost } = articlesOf(await readBytes('x.eml', mail))
  expect(articles.map(({ text }) => text)).toEqual(['Level 11.', 'Level 10.', 'Level 9.', 'Level 8.'])
  expect(lost).toEqual([{ code: 'attachment', count: 1, details: { name: 'message/rfc822' } }])
})

it('D21 names of attachments are words on one line', async () => {
  const names = ['../../x', 'C:\\\\x', '__proto__', `${'n'.repeat(5_000)}.pdf`, '=?utf-8?Q?a=00=0A=E2=80=AEfdp.exe?=']
  const parts = names.map(
    (name) => `--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\nx\r\n`,
  )
  const { lost } = articlesOf(
    await readBytes('x.eml', `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nWords.\r\n${parts.join('')}--b--\r\n`),
  )
  const said = lost.map(({ details }) => String(details?.['name']))
  expect(said.slice(0, 3)).toEqual(['../../x', 'C:\\x', '__proto__'])
  for (const name of said) {
    expect(name.length).toBeLessThanOrEqual(120)
    expect(name).not.toMatch(/[\0-\x1f]/)
  }
})

it('D21 reads junk of eight bits', async () => {
  const junk = Buffer.concat([
    Buffer.from(`${HEAD}Subject: `),
    Buffer.from([0xe9, 0xff, 0xfe, 0x80]),
    Buffer.from('\r\n\r\nWords '),
    Buffer.from([0x81, 0x8d, 0xff, 0]),
  ])
  expect((await articleOf('x.eml', junk)).text).toContain('Words')
})
