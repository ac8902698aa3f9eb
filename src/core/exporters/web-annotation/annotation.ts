/** One annotation in the W3C model: its coding as bodies, its passage by quote and by position in code points, end excluded. */
import type { ProjectAnnotation, ProjectArticle } from '../../importers/project.ts'
import { urnOf } from '../../importers/web-annotation/vocabulary.ts'
import { quoteContext } from '../../../shared/text/anchor.ts'
import type { CodePointOffsets } from '../../../shared/text/offsets.ts'
import { bodiesOf, type Body } from './bodies.ts'
import type { Names } from './names.ts'
import { sourceOf, textOf, type Source } from './sources.ts'

interface QuoteSelector {
  readonly type: 'TextQuoteSelector'
  readonly exact: string
  readonly prefix?: string
  readonly suffix?: string
}
interface PositionSelector {
  readonly type: 'TextPositionSelector'
  readonly start: number
  readonly end: number
}

export interface WebAnnotation {
  readonly id: string
  readonly type: 'Annotation'
  readonly motivation: 'classifying'
  readonly creator?: { readonly type: 'Person'; readonly name: string }
  readonly created?: string
  readonly modified?: string
  readonly body?: readonly Body[]
  readonly target: {
    readonly type: 'SpecificResource'
    readonly source: Source
    readonly selector: readonly (QuoteSelector | PositionSelector)[]
  }
}

export interface Written {
  readonly names: Names
  /** Milliseconds since 1970, by uid. */
  readonly changedAt: ReadonlyMap<string, number>
  readonly offsetsOf: (text: string) => CodePointOffsets
  /** Nothing but the quote goes out: no context, and no place in a text that is not there. */
  readonly quotesOnly: boolean
}

/** Null where the passage is in no text of its article. Positions are converted, never rounded. */
export function webAnnotation(annotation: ProjectAnnotation, article: ProjectArticle, written: Written): WebAnnotation | null {
  const { key, start, end, revision, coder, createdAt } = annotation
  const text = textOf(article, revision)
  if (text === undefined) return null
  const bodies = bodiesOf(annotation, written.names)
  const created = isoOf(createdAt)
  const modified = isoOf(written.changedAt.get(key))
  return {
    id: urnOf(key),
    type: 'Annotation',
    motivation: 'classifying',
    ...(coder && { creator: { type: 'Person', name: coder } }),
    ...(created !== null && { created }),
    ...(modified !== null && modified !== created && { modified }),
    ...(bodies.length > 0 && { body: bodies }),
    target: { type: 'SpecificResource', source: sourceOf(article, revision), selector: selectorsOf(text, { start, end }, written) },
  }
}

function selectorsOf(
  text: string,
  { start, end }: { start: number; end: number },
  { quotesOnly, offsetsOf }: Written,
): (QuoteSelector | PositionSelector)[] {
  const { quote: exact, prefix, suffix } = quoteContext(text, start, end)
  if (quotesOnly) return [{ type: 'TextQuoteSelector', exact }]
  const offsets = offsetsOf(text)
  return [
    { type: 'TextQuoteSelector', exact, ...(prefix !== '' && { prefix }), ...(suffix !== '' && { suffix }) },
    { type: 'TextPositionSelector', start: offsets.toCodePoint(start), end: offsets.toCodePoint(end) },
  ]
}

/** A moment as xsd:dateTime; null for what is no date of four digits a year. */
function isoOf(milliseconds: number | undefined): string | null {
  const date = new Date(milliseconds ?? Number.NaN)
  const year = date.getUTCFullYear()
  return year >= 1 && year <= 9999 ? date.toISOString() : null
}
