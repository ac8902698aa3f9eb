/**
 * The request target, read by a parser that refuses what it does not understand instead of mending it: no second slash in
 * front, no dots, no backslash, no NUL, no broken escapes. What passes has one meaning for every route.
 */

export interface Target {
  /** Decoded; begins with exactly one `/`. */
  path: string
  query: URLSearchParams
}

// Visible ASCII without quotes, backslash, angle brackets, braces and `#`: what RFC 3986 lets into a path and a query.
const visible = /^\/(?!\/)[!$&'()*+,\-./0-9:;=?@A-Z_a-z~%|[\]^`]*$/

/** The parts of a request target (`/path?query`), or null where it is anything else. */
export function parseTarget(raw: string): Target | null {
  if (raw.length > 8_192 || !visible.test(raw)) return null
  const mark = raw.indexOf('?')
  const path = decode(mark < 0 ? raw : raw.slice(0, mark))
  if (path === null || /[\\\0]/.test(path)) return null
  const segments = path.split('/').slice(1)
  if (segments.some((segment) => segment === '..' || segment === '.')) return null
  return { path, query: new URLSearchParams(mark < 0 ? '' : raw.slice(mark + 1)) }
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
