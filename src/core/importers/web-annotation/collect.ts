/**
 * Finds the annotations in a file: one, a list, a page, a collection with its pages, and the envelopes of Hypothesis. Pages that are only
 * named are elsewhere; nothing is fetched.
 */
import { ANNOTATION_CONTEXT } from './vocabulary.ts'
import { hasType, isRecord, many, textOf, type Item } from './values.ts'

export interface FoundAnnotation {
  readonly item: Item
  /** The context of the model stands on it, or on what it is in. */
  readonly hasContext: boolean
  /** Of Hypothesis, whose own exports have neither context nor type. */
  readonly isHypothesis: boolean
}

export interface Found {
  readonly annotations: readonly FoundAnnotation[]
  /** Addresses of pages, and of annotations, that are not in the file. */
  readonly elsewhere: readonly string[]
  /** Members of lists that are no annotations. */
  readonly others: number
  /** The collection, where the file is one. */
  readonly collection: Item | null
}

const HTTPS = ANNOTATION_CONTEXT.replace('http:', 'https:')

export function annotationsIn(root: unknown): Found {
  const annotations: FoundAnnotation[] = []
  const elsewhere: string[] = []
  let others = 0
  // Pages can hold their next page: no depth of a file may end the reader.
  const open: { value: unknown; hasContext: boolean }[] = [{ value: root, hasContext: false }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value } = next
    const put = (values: readonly unknown[], hasContext: boolean): void => {
      for (const one of values.toReversed()) open.push({ value: one, hasContext })
    }
    if (Array.isArray(value)) put(value, next.hasContext)
    else if (typeof value === 'string') elsewhere.push(value)
    else if (isRecord(value)) {
      const hasContext = next.hasContext || many(value['@context']).some((one) => one === ANNOTATION_CONTEXT || one === HTTPS)
      const inner = innerOf(value)
      if (inner) put(inner, hasContext)
      else if (isAnnotation(value)) annotations.push({ item: value, hasContext, isHypothesis: isHypothesis(value) })
      else others += 1
    } else others += 1
  }
  const collection = isRecord(root) && hasType(root, 'AnnotationCollection') ? root : null
  return { annotations, elsewhere: [...new Set(elsewhere)], others, collection }
}

/** What stands in a list of annotations; null for what is no list. */
function innerOf(value: Item): readonly unknown[] | null {
  if (hasType(value, 'AnnotationCollection')) return [...many(value['first']), ...many(value['items'])]
  if (hasType(value, 'AnnotationPage')) return [...many(value['items']), ...many(value['next'])]
  if (hasType(value, 'Annotation')) return null
  const list = value['annotations'] ?? value['rows'] ?? value['@graph'] ?? value['items']
  return Array.isArray(list) ? (list as readonly unknown[]) : null
}

const isAnnotation = (value: Item): boolean => 'target' in value || 'body' in value || 'bodyValue' in value || hasType(value, 'Annotation')
const isHypothesis = (value: Item): boolean =>
  !('type' in value) && typeof value['uri'] === 'string' && (textOf(value['user']) ?? '').startsWith('acct:')
