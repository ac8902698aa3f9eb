/** The page in a file saved as MHTML: which part it is, and its bytes. Pictures, styles and frames beside it are left alone. */

/** Parts looked at, and multiparts inside one another. */
const MOST_PARTS = 10_000
const DEEPEST = 5
/** RFC 2046 allows 70. */
const LONGEST_BOUNDARY = 200
const LONGEST_HEAD = 256 * 1024

export interface MhtmlPage {
  readonly bytes: Uint8Array
  /** What the envelope calls its encoding. */
  readonly charset: string | null
  /** Where the page was when it was saved, as written. */
  readonly location: string | null
  readonly date: string | null
  /** Other pages in the file, such as frames. */
  readonly frames: number
}

type Headers = ReadonlyMap<string, string>

interface Part {
  readonly headers: Headers
  /** Latin-1: one character a byte. */
  readonly body: string
}

/** The page, or null where the file has none. Never throws. */
export function mhtmlPage(bytes: Uint8Array): MhtmlPage | null {
  const envelope = partOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
  if (!envelope) return null
  const pages = pagesIn(envelope, DEEPEST)
  const start = parameter(envelope.headers.get('content-type'), 'start')
  const page = pages.find(({ headers }) => start !== null && headers.get('content-id') === start) ?? pages[0]
  if (!page) return null
  return {
    bytes: decodedBody(page),
    charset: parameter(page.headers.get('content-type'), 'charset'),
    location: envelope.headers.get('snapshot-content-location') ?? page.headers.get('content-location') ?? null,
    date: envelope.headers.get('date') ?? null,
    frames: pages.length - 1,
  }
}

function partOf(raw: string): Part | null {
  const end = /\r?\n\r?\n/.exec(raw.slice(0, LONGEST_HEAD))
  if (!end) return null
  const headers = new Map<string, string>()
  for (const line of raw
    .slice(0, end.index)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase()
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return { headers, body: raw.slice(end.index + end[0].length) }
}

/** A parameter of a header: `charset="utf-8"`, `start=<id>`. */
function parameter(header: string | undefined, name: string): string | null {
  const match = new RegExp(String.raw`;\s*${name}\s*=\s*(?:"([^"]*)"|([^\s;]+))`, 'i').exec(header ?? '')
  return match?.[1] ?? match?.[2] ?? null
}

function pagesIn(part: Part, depth: number): Part[] {
  const type = part.headers.get('content-type') ?? ''
  if (/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return [part]
  const boundary = parameter(type, 'boundary')
  if (!/^multipart\//i.test(type) || !boundary || boundary.length > LONGEST_BOUNDARY || depth === 0) return []
  return partsBetween(part.body, boundary).flatMap((raw) => {
    const inner = partOf(raw)
    return inner ? pagesIn(inner, depth - 1) : []
  })
}

function partsBetween(body: string, boundary: string): string[] {
  const parts: string[] = []
  const mark = `--${boundary}`
  let from = -1
  for (let at = body.indexOf(mark); at >= 0 && parts.length < MOST_PARTS; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue
    if (from >= 0) parts.push(body.slice(from, at).replace(/\r?\n$/, ''))
    if (body.startsWith('--', at + mark.length)) return parts
    from = body.indexOf('\n', at) + 1
    if (from === 0) return parts
  }
  // Broken off: the last part counts as far as it goes.
  if (from >= 0 && parts.length < MOST_PARTS) parts.push(body.slice(from))
  return parts
}

function decodedBody({ headers, body }: Part): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? ''
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  return Buffer.from(encoding === 'quoted-printable' ? unquoted(body) : body, 'latin1')
}

const unquoted = (body: string): string =>
  body
    .replace(/[ \t]+$/gm, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
