/**
 * Which addresses may be opened outside (A11): web over https, and mail. Pure. What is refused does nothing at all, so an
 * imported article can neither start a program through a strange scheme nor show one address and open another.
 */

/** Longest address that a person can be asked about. */
const LONGEST = 2_000
const MAIL_FIELDS = new Set(['subject', 'body', 'cc'])

/** The address as it will be opened and shown: host in punycode, everything else percent-encoded. Null where it may not be opened. */
export function openableAddress(text: string): string | null {
  if (text.length > LONGEST || !isPrintable(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  if (url.href.length > LONGEST) return null
  if (url.protocol === 'https:') {
    // A name before the host ("https://bank.example@evil.example") exists only to mislead.
    return url.hostname !== '' && url.username === '' && url.password === '' ? url.href : null
  }
  if (url.protocol === 'mailto:') {
    // Anything but words for the letter, "attach" above all, is refused.
    return url.pathname.includes('@') && [...url.searchParams.keys()].every((field) => MAIL_FIELDS.has(field.toLowerCase()))
      ? url.href
      : null
  }
  return null
}

/** False with spaces, control characters, and marks that turn or hide text: the URL parser would drop them in silence. */
function isPrintable(text: string): boolean {
  return !/[\p{Z}\p{Cc}\p{Cf}\p{Cs}\\]/u.test(text)
}
