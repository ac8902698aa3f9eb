/**
 * A report's HTML as it goes to a printer: the same document, with its faces, and with a policy that lets these in and still nothing else.
 * The file that a person saves stays small and uses the faces of the system it is read on.
 */
import { fontStyles } from './fonts.ts'

const POLICY = /(<meta http-equiv="Content-Security-Policy" content="[^"]*)(">)/
const HEAD_END = '</head>'

/** Throws for what is no report of ours: one without a policy, or without a head. */
export async function printable(html: string): Promise<string> {
  const head = html.indexOf(HEAD_END)
  const policy = POLICY.exec(html.slice(0, Math.max(head, 0)))
  if (policy === null) throw new TypeError('a report that is printed has a policy of its own in its head')
  const styles = await fontStyles(html)
  const withPolicy = html.slice(0, head).replace(POLICY, (_whole, begin: string, end: string) => `${begin}; font-src data:${end}`)
  return `${withPolicy}<style>\n${styles}\n</style>\n${html.slice(head)}`
}
