/**
 * Mails as files. Text and headers are read; attachments are named and never opened, pictures and pixels in the page never loaded,
 * signatures never checked. Limits of depth and headers hold before anything is decoded.
 */
import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { decodeBytes } from '../decode.ts'
import { recogniseMetadata } from '../metadata/recognise.ts'
import type { FileReader, FoundArticle, ImportLoss, ImportProblem } from '../types.ts'
import { MAX_PAGE_BYTES, PAGE_LIMITS } from '../web/limits.ts'
import { attachmentLosses, sealedFormat } from './attachments.ts'
import { mailText, signature } from './body.ts'
import { mailFacts } from './headers.ts'

/** Encoded words cost with the square of their number, so the headers of all parts together are few hundred kilobytes at most. */
const LIMITS = { maxNestingDepth: 64, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 5 } as const
/** Lines that could begin a part. */
const MOST_PARTS = 20_000

/** Mails attached to mails that are read as articles of their own. */
const MOST_ATTACHED = 50
const DEEPEST_ATTACHED = 3

interface MailReading {
  readonly articles: readonly FoundArticle[]
  readonly lost: readonly ImportLoss[]
  readonly encoding: string
  readonly candidates: readonly string[]
}

export const read: FileReader = async ({ bytes, encoding }) => {
  const reading = await readMail(bytes, encoding, 0)
  if ('code' in reading) return { kind: 'problem', format: 'eml', problem: reading }
  const certainty = reading.encoding === '' || encoding !== undefined ? 'certain' : 'guess'
  return { kind: 'articles', format: 'eml', mediaType: 'message/rfc822', certainty, ...reading }
}

async function readMail(bytes: Uint8Array, encoding: string | undefined, depth: number): Promise<MailReading | ImportProblem> {
  if (bytes.length > MAX_PAGE_BYTES) return { code: 'too-large', details: { bytes: bytes.length, limit: MAX_PAGE_BYTES, reason: 'page' } }
  if (partLines(bytes) > MOST_PARTS) return { code: 'unsafe', details: { format: 'EML', reason: 'parts', limit: MOST_PARTS } }
  const parsed = await parse(bytes)
  if ('code' in parsed) return parsed
  const { email, ...used } = await inOwnEncoding(parsed, bytes, encoding)
  const attached = depth < DEEPEST_ATTACHED ? await readAttached(email, depth) : []
  const lost = attachmentLosses(email.attachments.filter((attachment) => attached.every(({ from }) => from !== attachment)))
  lost.push(...attached.flatMap(({ reading }) => reading.lost))
  const own = await articleOf(email, lost)
  const articles = [...(own ? [own] : []), ...attached.flatMap(({ reading }) => reading.articles)]
  if (articles.length > 0) return { ...used, articles, lost }
  const sealed = sealedFormat(email)
  return sealed === null ? { code: 'no-text', details: {} } : { code: 'format', details: { format: sealed } }
}

/** The mails that are attached as such: what was forwarded is often the only copy there is. */
async function readAttached({ attachments }: Email, depth: number): Promise<{ from: Attachment; reading: MailReading }[]> {
  const read: { from: Attachment; reading: MailReading }[] = []
  const mails = attachments.filter(({ mimeType }) => /^message\/rfc822$/i.test(mimeType)).slice(0, MOST_ATTACHED)
  for (const from of mails) {
    const content = typeof from.content === 'string' ? Buffer.from(from.content) : new Uint8Array(from.content)
    const reading = await readMail(content, undefined, depth + 1)
    if (!('code' in reading)) read.push({ from, reading })
  }
  return read
}

/** The mail itself as an article; null where it has no text. What it lost is added to `lost`. */
async function articleOf(email: Email, lost: ImportLoss[]): Promise<FoundArticle | null> {
  const body = mailText(email.text, email.html)
  if (!body) return null
  const { text, isCut } = body
  const recognised = await recogniseMetadata(text)
  const { senders, title, ...facts } = mailFacts(email)
  const signed = signature(text)
  const replaced = text.split('\ufffd').length - 1
  if (senders > 1) lost.push({ code: 'senders', count: senders })
  if (isCut) lost.push({ code: 'cut', count: 1, details: { limit: PAGE_LIMITS.text } })
  if (replaced > 0) lost.push({ code: 'bytes', count: replaced })
  return {
    ...facts,
    title: title ?? recognised.fields.title?.value ?? null,
    // A mail has no outlet, and what stands at its end is somebody's signature.
    outlet: null,
    language: recognised.language,
    direction: recognised.direction,
    text,
    ...(signed && { notText: [{ ...signed, kind: 'boilerplate' as const }] }),
  }
}

async function parse(bytes: Uint8Array): Promise<Email | ImportProblem> {
  try {
    return await PostalMime.parse(bytes, LIMITS)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const reason = /nesting/i.test(error.message) ? 'nesting' : /header/i.test(error.message) ? 'headers' : null
    return reason === null
      ? { code: 'damaged', details: { format: 'EML', reason: 'mail' } }
      : { code: 'unsafe', details: { format: 'EML', reason, limit: reason === 'nesting' ? LIMITS.maxNestingDepth : LIMITS.maxHeadersSize } }
  }
}

interface InEncoding {
  readonly email: Email
  /** '' where the mail says itself what it is written in. */
  readonly encoding: string
  readonly candidates: readonly string[]
}

/** Mails with letters of eight bits that do not say which: read as what they look like, or as a person says. */
async function inOwnEncoding(email: Email, bytes: Uint8Array, forced: string | undefined): Promise<InEncoding> {
  const asIs = { email, encoding: '', candidates: [] }
  const isUnsaid = [email.text, email.html, email.subject].some((text) => text?.includes('\ufffd')) && bytes.some((byte) => byte > 0x7f)
  if (!isUnsaid && forced === undefined) return asIs
  const decoded = decodeBytes(bytes, forced)
  if ('problem' in decoded || (decoded.replaced > 0 && forced === undefined)) return asIs
  // Its parts may still name an encoding; what they name is no longer so.
  const recoded = decoded.text.replace(/(charset\s*=\s*)(?:"[^"\n]{0,60}"|[^\s;]{1,60})/gi, '$1"utf-8"')
  const again = await parse(Buffer.from(recoded))
  return 'code' in again ? asIs : { email: again, encoding: decoded.encoding, candidates: decoded.candidates }
}

/** Lines that begin with two hyphens, as every part does. */
function partLines(bytes: Uint8Array): number {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let count = 0
  for (let at = raw.indexOf('\n--'); at >= 0 && count <= MOST_PARTS; at = raw.indexOf('\n--', at + 3)) count++
  return count
}
