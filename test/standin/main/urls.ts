/**
 * Custom schemes, as Chromium gets to see them. The debugging protocol cannot serve `app://parley/x` (an unknown scheme never reaches it),
 * so every privileged scheme is mapped onto `https://parley.app.standin.invalid/x` and back.
 */
const domain = 'standin.invalid'

/** Schemes registered as privileged, with their privileges. */
export const schemes = new Map<string, object>()

/** `app://parley/x` → the address Chromium loads; other addresses unchanged. */
export function toWeb(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url) ?? []
  return schemes.has(scheme.toLowerCase()) ? `https://${host}.${scheme}.${domain}${rest === '' ? '/' : rest}` : url
}

/** The same, spelled as Chromium spells it. */
export const webAddress = (url: string): string => new URL(toWeb(url)).href

const mapped = new RegExp(`^https://([^/?#]*)\\.([a-z][a-z0-9+-]*)\\.${domain.replace('.', '\\.')}`, 'i')

/** The inverse of `toWeb`. */
export const fromWeb = (url: string): string => url.replace(mapped, '$2://$1')

/** The scheme of an address in lower case, without the colon. */
export const schemeOf = (url: string): string => /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? ''

/** `scheme://host` of an address, for schemes that the URL class gives no origin for. */
export const originOf = (url: string): string => /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? 'null'

/** A content security policy that names `app:` or `app://host`, in the words of the mapped addresses. */
export function policyToWeb(policy: string): string {
  return [...schemes.keys()].reduce(
    (text, scheme) =>
      text
        .replaceAll(new RegExp(`\\b${scheme}://([\\w.-]+)`, 'g'), `https://$1.${scheme}.${domain}`)
        .replaceAll(new RegExp(`(^|[\\s;])${scheme}:(?=[\\s;]|$)`, 'g'), `$1https://*.${scheme}.${domain}`),
    policy,
  )
}
