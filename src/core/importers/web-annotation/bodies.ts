/** What the bodies of an annotation say, in terms of ours: tags become codes, which a person makes tags or issues; all other words are its note. */
import { hasType, isAddress, isRecord, many, only, textOf, type Item } from './values.ts'

export interface Said {
  readonly codes: readonly string[]
  readonly note: string | null
}

const LONGEST_NAME = 300
/** Choices within choices that are followed. */
const DEEPEST = 20
const NAMING = ['tagging', 'classifying']

export function saidBy(item: Item): Said {
  const codes = new Set<string>()
  const words: string[] = []
  const name = (text: string): void => {
    const line = text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
    if (line !== '' && line.length <= LONGEST_NAME) codes.add(line.toWellFormed())
    else if (line !== '') words.push(text)
  }
  const motivations = many(item['motivation'])
  const add = (body: unknown, depth = 0): void => {
    if (isAddress(body)) return void words.push(body)
    if (!isRecord(body) || depth > DEEPEST) return
    // Of several that say the same, the first; of a set, each.
    if (hasType(body, 'Choice')) return add(many(body['items'])[0], depth + 1)
    if (Array.isArray(body['items'])) return body['items'].forEach((inner: unknown) => add(inner, depth + 1))
    const purposes = 'purpose' in body ? many(body['purpose']) : motivations
    const text = textOf(body['value']) ?? resourceText(body)
    if (text === null) return
    if (purposes.some((purpose) => NAMING.includes(String(purpose)))) name(text)
    else words.push(text)
  }
  for (const body of many(item['body'])) add(body)
  const plain = textOf(item['bodyValue']) ?? textOf(item['text'])
  if (plain !== null) words.push(plain)
  for (const tag of many(item['tags'])) if (typeof tag === 'string') name(tag)
  const note = words.map((text) => text.trim()).filter((text) => text !== '').join('\n\n') // prettier-ignore
  return { codes: [...codes], note: note === '' ? null : note }
}

/** What a resource that is not here is called, else where it is. */
function resourceText(body: Item): string | null {
  const source = only(body['source'])
  const resource = isRecord(source) ? source : body
  return textOf(resource['label']) ?? (isAddress(source) ? source : textOf(resource['id'] ?? resource['@id']))
}

/** The name of who made it. Hypothesis gives an account, and beside it the name that its owner is shown by. */
export function creatorOf(item: Item): string | null {
  const shown = isRecord(item['user_info']) ? textOf(item['user_info']['display_name']) : null
  const account = /^acct:([^@\s]+)@/.exec(textOf(item['user']) ?? '')?.[1] ?? null
  const [creator] = many(item['creator'])
  const named = isRecord(creator) ? (textOf(creator['name']) ?? textOf(creator['nickname'])) : null
  return shown || account || named || (isAddress(creator) ? creator : null)
}

/** Milliseconds since 1970. */
export function createdOf(item: Item): number | null {
  const at = Date.parse(textOf(item['created']) ?? textOf(item['generated']) ?? '')
  return Number.isFinite(at) ? at : null
}
