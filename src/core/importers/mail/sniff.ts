/** Mails by their headers: those that only programs write, or a sender with an address and a date. Loads nothing. */
import type { Sniffer } from '../detect.ts'

const PROGRAMS =
  /^(?:return-path|received|delivered-to|mime-version|message-id|content-type|content-transfer-encoding|x-mailer|x-[\w-]+|dkim-signature):/im
const PEOPLE = /^(?:from|to|date|subject|cc|reply-to|sender):/gim

export const sniffMail: Sniffer = ({ name, head, magic }) => {
  const lines = head.replace(/^From [^\n]+\n/, '')
  if (magic || !/^[\w-]+:/.test(lines)) return null
  const headers = lines.split(/\n\n/, 1)[0] ?? ''
  // Every line is a header or goes on with one, else it is a text that begins like one.
  if (
    !headers
      .split('\n')
      .slice(0, 8)
      .slice(0, -1)
      .every((line) => /^(?:[\w-]+\s*:|[ \t])/.test(line)) &&
    !/\.eml$/i.test(name)
  )
    return null
  const people = new Set(headers.match(PEOPLE)?.map((header) => header.toLowerCase()))
  if (/\.eml$/i.test(name)) return people.size >= 1 || PROGRAMS.test(headers) ? 'eml' : null
  if (PROGRAMS.test(headers)) return people.size >= 2 || /^(?:received|return-path|message-id|delivered-to):/im.test(headers) ? 'eml' : null
  return people.size >= 3 && /^from:[^\n]*@/im.test(headers) && /^date:/im.test(headers) ? 'eml' : null
}
