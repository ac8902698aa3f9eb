/** Who wrote a mail to whom, about what and when, from its decoded headers. Names and addresses are data: nobody is looked up. */
import { addressParser, type Email, type Mailbox } from 'postal-mime'
import type { FoundMetadata } from '../types.ts'
import { declaredDate, LONGEST, oneLine, webAddress } from '../web/values.ts'

export interface MailFacts extends Pick<FoundMetadata, 'title' | 'author' | 'published' | 'url'> {
  readonly details: Readonly<Record<string, string>>
  /** Headers that name a sender; more than one is a forgery or a mistake. */
  readonly senders: number
}

const MOST_PEOPLE = 100

const people = (value: string): readonly Mailbox[] =>
  addressParser(value.slice(0, 100_000))
    .flatMap((entry) => (entry.group ? entry.group : [entry]))
    .slice(0, MOST_PEOPLE)

/** "Name <name@example.org>" */
const written = ({ name, address }: Mailbox): string => (name && address && name !== address ? `${name} <${address}>` : name || address)

export function mailFacts({ headers, subject }: Email): MailFacts {
  const values = (key: string): string[] => headers.filter((header) => header.key === key).map((header) => header.value)
  const listed = (key: string): string | null => oneLine(values(key).flatMap(people).map(written).join(', '), LONGEST.detail)
  const senders = values('from')
  const authors = (senders.length > 0 ? senders.slice(0, 1) : values('sender')).flatMap(people)
  const details: Record<string, string> = {}
  for (const key of ['from', 'to', 'cc']) {
    const line = listed(key)
    if (line !== null) details[key] = line
  }
  return {
    title: oneLine(subject, LONGEST.title),
    author: oneLine(authors.map(({ name, address }) => name || address).join(', '), LONGEST.author),
    published:
      values('date')
        .map(declaredDate)
        .find((date) => date !== null) ?? null,
    url:
      values('archived-at')
        .map((value) => webAddress(value.replace(/^<|>$/g, '')))
        .find((address) => address !== null) ?? null,
    details,
    senders: senders.length,
  }
}
