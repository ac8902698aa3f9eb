/**
 * The text of a page's bytes. What the page says of its own encoding is believed where the bytes bear it out: pages that were saved or
 * sent on are often UTF-8 whatever they say. Encodings that browsers refuse (UTF-7) are nobody's word.
 */
import { decodeBytes, type DecodedText, type DecodeProblem } from '../decode.ts'
import { decodeStrictly } from '../strict-decode.ts'

const HEAD = 4_096

const DECLARED = [/^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{2,40})["']/i, /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i]

/** The declared encoding by its WHATWG name, null where there is none that can be. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1').replaceAll('\0', '')
  for (const pattern of DECLARED) {
    const name = encodingName(pattern.exec(head.replace(/<!--[\s\S]*?-->/g, ''))?.[1])
    if (name !== null) return name
  }
  return null
}

/** WHATWG name of a label; ASCII-compatible ones only, as a label that could be read cannot stand in UTF-16. */
export function encodingName(label: string | null | undefined): string | null {
  if (!label) return null
  try {
    const { encoding } = new TextDecoder(label.trim())
    return encoding.startsWith('utf-16') ? null : encoding
  } catch {
    return null
  }
}

/** What browsers read a declared encoding as: the larger one that holds it. */
const LARGER: Readonly<Record<string, string>> = { gbk: 'gb18030' }

/** Sequences of UTF-8 beyond which it is no accident that bytes of another encoding read as such. */
const BEYOND_ACCIDENT = 4

/** Decoded text, or why not. `label`: what the envelope says (the header of a mail part). Never throws. */
export function decodePage(bytes: Uint8Array, forced?: string, label?: string | null): DecodedText | DecodeProblem {
  const recognised = decodeBytes(bytes, forced)
  if (forced !== undefined || ('problem' in recognised && recognised.problem !== 'encoding')) return recognised
  const declared = encodingName(label) ?? declaredEncoding(bytes)
  if (declared === null) return recognised
  if ('problem' in recognised) return decodeAs(bytes, declared, []) ?? damaged(bytes, declared)
  const { encoding, text, replaced, certainty } = recognised
  if (encoding === declared || encoding.startsWith('utf-16') || encoding.startsWith('utf-32')) {
    return encoding === declared ? { ...recognised, certainty: replaced > 0 ? certainty : 'certain' } : recognised
  }
  const foreign = text.match(/\P{ASCII}/gu)?.length ?? 0
  // A byte order mark, or nothing to tell them apart by.
  if (text.startsWith('\ufeff') || foreign === 0) return recognised
  if (encoding === 'utf-8' && replaced === 0 && foreign >= BEYOND_ACCIDENT) return recognised
  const others = recognised.candidates.filter((candidate) => candidate !== declared)
  return decodeAs(bytes, declared, others) ?? (replaced === 0 && certainty !== 'guess' ? recognised : damaged(bytes, declared, others))
}

function decodeAs(bytes: Uint8Array, declared: string, others: readonly string[]): DecodedText | null {
  for (const encoding of [declared, LARGER[declared]]) {
    const read = encoding === undefined ? null : decodeStrictly(bytes, encoding)
    if (!read || encoding === undefined) continue
    return { text: read.text, encoding, certainty: 'likely', candidates: [encoding, ...others], replaced: Number(read.cut) }
  }
  return null
}

/** Read all the same, with marks where it cannot be: most of a page with a broken place is worth having. */
function damaged(bytes: Uint8Array, encoding: string, others: readonly string[] = []): DecodedText {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  return { text, encoding, certainty: 'guess', candidates: [encoding, ...others], replaced: text.split('\ufffd').length - 1 }
}
