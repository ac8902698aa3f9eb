/** File names made from what people type or what a library is called: one name that every system takes, never a path. */

const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i
const maxBytes = 120

/**
 * Turns any text into one file name: no separators, no control or direction-changing characters, no device names of Windows,
 * no leading dot or dash, at most 120 bytes of UTF-8 (an ending of up to ten characters is kept). Empty becomes `file`.
 */
export function safeFileName(text: string): string {
  const clean = text
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd\ufffe\uffff]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.-]+|[\s.]+$/g, '')
  const named = reserved.test(clean) ? `_${clean}` : clean
  return cut(named) || 'file'
}

function cut(name: string): string {
  if (Buffer.byteLength(name) <= maxBytes) return name
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? ''
  let stem = ''
  for (const sign of name.slice(0, name.length - ending.length)) {
    if (Buffer.byteLength(stem + sign + ending) > maxBytes) break
    stem += sign
  }
  return stem.trimEnd() + ending
}
