/**
 * A report's HTML as it goes to a printer: the same document, with its faces and page numbers, and with a policy that lets these in and still
 * nothing else. The file that a person saves stays small and uses the faces of the system it is read on.
 */
const POLICY = /(<meta http-equiv="Content-Security-Policy" content="[^"]*)(">)/
const HEAD_END = '</head>'

/** `styles` come after those of the report. Throws for what is no report of ours: one without a policy, or without a head. */
export function printable(html: string, styles: string): string {
  const head = html.indexOf(HEAD_END)
  const policy = POLICY.exec(html.slice(0, Math.max(head, 0)))
  if (policy === null) throw new TypeError('a report that is printed has a policy of its own in its head')
  const withPolicy = html.slice(0, head).replace(POLICY, (_whole, begin: string, end: string) => `${begin}; font-src data:${end}`)
  return `${withPolicy}<style>\n${styles}\n</style>\n${html.slice(head)}`
}
