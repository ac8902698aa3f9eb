/** The entries of a feed as names with values, out of its XML. Forgiving: what is not well-formed is passed over, and said. */
import { SaxesParser } from 'saxes'
import { PageLimit } from './limits.ts'

/** Entries of one feed that are read. */
export const MOST_ENTRIES = 5_000
const DEEPEST = 256

/** Values by the names of elements without their prefixes; the first of a name counts. */
export type FeedValues = ReadonlyMap<string, string>

export interface FeedParts {
  readonly channel: FeedValues
  readonly entries: readonly FeedValues[]
  readonly isDamaged: boolean
  readonly isCut: boolean
}

const ENTRIES = new Set(['item', 'entry'])
/** Elements that may hold markup as elements of their own, not as text. */
const MARKUP = new Set(['content', 'content:encoded', 'encoded', 'description', 'summary', 'title'])
const ABOUT_OTHERS = new Set(['image', 'textInput', 'textinput', 'source'])

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Never throws for what is in the text. Entities that a document type defines are not resolved. */
export function feedParts(xml: string): FeedParts {
  const reader = new FeedReader()
  const parser = new SaxesParser({ position: false, xmlns: false } as const)
  parser.on('error', () => (reader.isDamaged = true))
  parser.on('opentag', ({ name, attributes }) => reader.open(name, attributes))
  parser.on('text', (data) => reader.add(data))
  parser.on('cdata', (data) => reader.add(data))
  parser.on('closetag', ({ name }) => reader.close(name))
  try {
    parser.write(xml.replace(/^\s+(?=<\?xml)/, '')).close()
  } catch (error) {
    if (!(error instanceof PageLimit)) throw error
    reader.isDamaged = true
  }
  return reader
}

class FeedReader implements FeedParts {
  readonly channel = new Map<string, string>()
  readonly entries: Map<string, string>[] = []
  isDamaged = false
  isCut = false
  readonly #open: string[] = []
  #entry: Map<string, string> | null = null
  #text = ''
  /** Depth of the element whose elements are markup; 0 outside. */
  #markup = 0
  #isEscaping = false

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#open.push(localName(name)) > DEEPEST) throw new PageLimit('depth')
    const local = localName(name)
    if (this.#markup > 0) {
      this.#text += `<${name.replace(/^.*:/, '')}>`
      return
    }
    this.#text = ''
    if (ENTRIES.has(local)) {
      this.#entry = new Map()
      if (this.entries.length < MOST_ENTRIES) this.entries.push(this.#entry)
      else this.isCut = true
    }
    if (this.#entry && MARKUP.has(local)) {
      this.#markup = this.#open.length
      this.#isEscaping = attributes['type'] === 'xhtml' || attributes['mode'] === 'xml'
    }
    const { href, rel = 'alternate', 'xml:lang': language } = attributes as Readonly<Partial<Record<string, string>>>
    if (local === 'link' && href !== undefined && rel === 'alternate') this.#say('link', href)
    if (language !== undefined) this.#say('language', language)
  }

  add(text: string): void {
    this.#text += this.#markup > 0 && this.#isEscaping ? escaped(text) : text
  }

  close(name: string): void {
    const local = this.#open.pop() ?? ''
    if (this.#markup > 0 && this.#open.length >= this.#markup) {
      this.#text += `</${name.replace(/^.*:/, '')}>`
      return
    }
    this.#markup = 0
    // The name of an Atom author; what else is known of people is not kept.
    if (local === 'name' && this.#open.at(-1) === 'author') this.#say('author', this.#text)
    else if (this.#open.at(-1) !== 'author' && !ABOUT_OTHERS.has(this.#open.at(-1) ?? '')) this.#say(local, this.#text)
    if (ENTRIES.has(local)) this.#entry = null
    this.#text = ''
  }

  #say(name: string, value: string): void {
    const values = this.#entry ?? this.channel
    if (value.trim() !== '' && !values.has(name)) values.set(name, value)
  }
}

const localName = (name: string): string => (name.startsWith('content:') ? name : name.replace(/^(?!media:|itunes:)[\w-]+:/, ''))
