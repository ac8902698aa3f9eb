/**
 * The one place our page comes from: app://parley, or the dev server on a loopback address while the app is not packaged.
 * Every guard (sender, navigation, permissions, requests) asks here, so that they agree.
 */
export const SCHEME = 'app'
export const HOST = 'parley'
export const APP_ORIGIN = `${SCHEME}://${HOST}`

export interface PageOrigin {
  /** Address that the window loads. */
  entry: string
  /** Whether an address belongs to our page's own origin. */
  owns(url: string): boolean
  /** Whether an address is the page itself, apart from its hash. */
  isEntry(url: string): boolean
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** The origin of our page. `devUrl` counts only while `packaged` is false, and only on a loopback address. */
export function pageOrigin(options: { packaged: boolean; devUrl?: string | undefined }): PageOrigin {
  const dev = options.packaged ? null : loopback(options.devUrl)
  const entry = dev?.href ?? `${APP_ORIGIN}/index.html`
  return {
    entry,
    owns: (url) => sameOrigin(url, entry),
    isEntry: (url) => sameOrigin(url, entry) && withoutHash(url) === withoutHash(entry),
  }
}

function loopback(url: string | undefined): URL | null {
  const parsed = parse(url ?? '')
  return parsed !== null && parsed.protocol === 'http:' && LOOPBACK.has(parsed.hostname) ? parsed : null
}

/** Compares scheme, host and port by hand: `URL.origin` is "null" for schemes of our own. */
function sameOrigin(url: string, other: string): boolean {
  const [a, b] = [parse(url), parse(other)]
  if (a === null || b === null) return false
  return a.protocol === b.protocol && a.host === b.host && a.username === '' && a.password === ''
}

function withoutHash(url: string): string {
  const [path = ''] = url.split('#', 1)
  return path
}

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null
}
