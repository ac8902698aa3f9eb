/**
 * The fields of the query language: what each is about and which values it takes. English names, the same in every locale; the words
 * shown beside them come from the locale. Pure.
 */

/** What a field judges: a whole article, or one annotation in it. `words`: where words are looked for. */
type About = 'article' | 'annotation' | 'words'

export interface Field {
  readonly name: string
  readonly about: About
  /** How a value is read. `name`: of something in the library, found by name; `choice`: one of `choices`. */
  readonly value: 'name' | 'choice' | 'date' | 'number'
  readonly choices?: readonly string[]
}

/** Where words can be looked for. `text` is the text of an article, `metadata` its outlet, author, address, note and further metadata. */
export const SCOPES = ['title', 'text', 'metadata', 'quote', 'note', 'translation'] as const
export type Scope = (typeof SCOPES)[number]
export const ARTICLE_SCOPES: readonly Scope[] = ['title', 'text', 'metadata']
export const ANNOTATION_SCOPES: readonly Scope[] = ['quote', 'note', 'translation']

export const ARTICLE_STATUS = ['new', 'coding', 'coded'] as const
const ANNOTATION_STATUS = ['draft', 'reviewed', 'disputed'] as const

const field = (name: string, about: About, value: Field['value'], choices?: readonly string[]): Field => ({
  name,
  about,
  value,
  ...(choices && { choices }),
})

export const FIELDS = [
  field('tag', 'annotation', 'name'),
  field('speaker', 'annotation', 'name'),
  field('target', 'annotation', 'name'),
  field('party', 'annotation', 'name'),
  field('issue', 'annotation', 'name'),
  field('stance', 'annotation', 'choice', ['supports', 'opposes', 'conditional', 'neutral', 'declined']),
  field('attribution', 'annotation', 'choice', ['direct', 'paraphrase', 'anonymous', 'outlet', 'denied']),
  field('intensity', 'annotation', 'number'),
  field('coder', 'annotation', 'name'),
  field('has', 'annotation', 'choice', ['note', 'translation', 'thread', 'important', 'annotation']),
  field('status', 'annotation', 'choice', [...ARTICLE_STATUS, ...ANNOTATION_STATUS]),
  field('outlet', 'article', 'name'),
  field('author', 'article', 'name'),
  field('collection', 'article', 'name'),
  field('language', 'article', 'name'),
  field('after', 'article', 'date'),
  field('before', 'article', 'date'),
  field('on', 'article', 'date'),
  field('in', 'words', 'choice', SCOPES),
] as const satisfies readonly Field[]
export type FieldName = (typeof FIELDS)[number]['name']

export const FIELD_NAMES: readonly string[] = FIELDS.map(({ name }) => name)

/** A field by its name in any case; undefined where there is none. */
export const fieldByName = (name: string): Field | undefined => FIELDS.find((one) => one.name === name.toLowerCase())

/** Whether a field with this value judges an annotation: some values of `has` and `status` are about the article. */
export function isOfAnnotation(name: string, value: string): boolean {
  if (name === 'has') return value !== 'annotation'
  if (name === 'status') return (ANNOTATION_STATUS as readonly string[]).includes(value)
  return fieldByName(name)?.about === 'annotation'
}

/** The one of `names` that `word` was probably meant to be: one or two letters off, or its beginning; null where none is near. */
export function nearest(word: string, names: readonly string[]): string | null {
  const wanted = word.toLowerCase()
  let best: string | null = null
  let least = wanted.length < 4 ? 1.5 : 2.5
  for (const name of names) {
    const key = name.toLowerCase()
    const off = key.startsWith(wanted) && wanted.length > 1 ? 0.5 : distance(wanted, key, least)
    if (off < least) [best, least] = [name, off]
  }
  return best
}

/** Edits from one word to the other; at least `limit` where there are as many. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      current[column] = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + same)
    }
    previous = current
  }
  return previous[b.length] ?? limit
}
