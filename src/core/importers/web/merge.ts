/** One set of metadata out of what a page declares, what extraction saw, and what its text shows; declared values come first. */
import type { Direction } from '../../../shared/domain/article.ts'
import { directionOf, recogniseLanguage } from '../metadata/language.ts'
import { looksLikeOutlet } from '../metadata/outlet-names.ts'
import { recogniseMetadata } from '../metadata/recognise.ts'
import type { FoundMetadata, RecognisedField } from '../types.ts'
import type { ExtractedArticle } from './article.ts'
import type { PageFacts } from './page-facts.ts'
import { declaredDate, languageTag, LONGEST, oneLine } from './values.ts'

const LEAD_IN = /^(?:by|von|par|por|от|作者[:：]|文[/／])\s+/iu

/** "By Someone" names someone; an address is nobody. */
function authorName(value: string | null): string | null {
  const name = oneLine(value?.replace(/^\s+/, '').replace(LEAD_IN, ''), LONGEST.author)
  return name === null || /^(?:https?:|www\.|@)/i.test(name) ? null : name
}

const SUFFIX = /^(.*\S)\s+[|｜–—·»-]\s+([^|｜–—·»]{2,60})$/u
const UNDERSCORED = /_([^_\s]{2,20})$/u

const plain = (name: string): string => name.toLowerCase().replace(/^the\s+|[^\p{L}\p{N}]/gu, '')

/** "Talks resume | Dawn": the title without the outlet, if that is what stands there, and the outlet. */
export function withoutOutlet(title: string, outlet: string | null): { title: string; outlet: string | null } {
  const [, rest, suffix] = SUFFIX.exec(title) ?? []
  if (rest !== undefined && suffix !== undefined && (outlet === null ? looksLikeOutlet(suffix) : plain(suffix) === plain(outlet))) {
    return { title: rest, outlet: outlet ?? suffix }
  }
  const underscored = UNDERSCORED.exec(title)?.[1]
  return { title, outlet: outlet ?? (underscored !== undefined && looksLikeOutlet(underscored) ? underscored : null) }
}

/** Languages by how they are written: a declared language is not believed for a text in other letters. */
const LETTERS: readonly (readonly string[])[] = [
  ['ar', 'arz', 'azb', 'ckb', 'dv', 'fa', 'prs', 'ps', 'pbt', 'sd', 'ug', 'ur', 'ks', 'bal', 'pnb', 'skr'],
  ['ru', 'uk', 'be', 'bg', 'mk', 'kk', 'ky', 'tg', 'mn', 'tt', 'ba', 'sr', 'uz', 'az', 'tk'],
  ['hi', 'mr', 'ne', 'sa', 'mai', 'bho', 'kok'],
  ['zh', 'yue', 'wuu', 'cmn', 'nan'],
]
const OWN_LETTERS = 'ja ko he el th lo km my bo bn gu pa ta te kn ml si or ka hy am dv'.split(' ')
/** What templates of pages say when nobody has changed them. */
const BY_DEFAULT = new Set(['en', 'ar'])
const ENOUGH_LETTERS = 400

const primary = (tag: string): string => tag.split('-', 1)[0]?.toLowerCase() ?? ''

function lettersOf(language: string): string {
  const group = LETTERS.findIndex((languages) => languages.includes(language))
  return group >= 0 ? String(group) : OWN_LETTERS.includes(language) ? language : 'latin'
}

/** The declared language, unless the text is plainly in another one. */
export function believedLanguage(declared: string | null, recognised: string | null, text: string): string | null {
  if (declared === null || recognised === null) return declared ?? recognised
  const said = primary(declared)
  if (said === recognised) return declared
  // Some languages are written in two alphabets (Serbian, Uzbek): only letters that are nobody else's speak against it.
  if (lettersOf(said) !== lettersOf(recognised)) return /-(?:Latn|Cyrl|Arab)\b/.test(declared) || isOfTwo(said) ? declared : recognised
  return BY_DEFAULT.has(said) && text.length >= ENOUGH_LETTERS ? recognised : declared
}

const isOfTwo = (language: string): boolean => ['sr', 'uz', 'az', 'tk', 'bs', 'ku'].includes(language)

/** The metadata of an article with this text. */
export async function mergedMetadata(
  text: string,
  facts: PageFacts,
  extracted: ExtractedArticle | null,
): Promise<FoundMetadata & { readonly details: PageFacts['details'] }> {
  const declaredOutlet = oneLine(extracted?.siteName, LONGEST.outlet) ?? facts.outlet
  const declaredTitle = oneLine(extracted?.title, LONGEST.title) ?? facts.title
  const titled = declaredTitle === null ? null : withoutOutlet(declaredTitle, declaredOutlet)
  const declared = {
    title: titled?.title ?? null,
    outlet: titled?.outlet ?? declaredOutlet,
    author: authorName(extracted?.byline ?? null) ?? authorName(facts.author),
    url: facts.url,
    published: declaredDate(extracted?.published) ?? facts.published,
  }
  // Looking through the text costs more than all the rest; most pages have said everything.
  const isComplete = Object.values(declared).every((value) => value !== null)
  const recognised = isComplete ? { fields: null, language: await recogniseLanguage(text) } : await recogniseMetadata(text)
  const language = believedLanguage(languageTag(extracted?.language) ?? facts.language, recognised.language, text)
  const seen = (field: RecognisedField): string | null => recognised.fields?.[field]?.value ?? null
  return {
    title: declared.title ?? seen('title'),
    outlet: declared.outlet ?? seen('outlet'),
    author: declared.author ?? seen('author'),
    url: declared.url ?? seen('url'),
    published: declared.published ?? seen('published'),
    language,
    direction: directionFor(facts, extracted, language, text),
    details: facts.details,
  }
}

/** Right to left where the page says so or the language is written so; templates say "ltr" of anything. */
function directionFor(facts: PageFacts, extracted: ExtractedArticle | null, language: string | null, text: string): Direction {
  if (/^rtl$/i.test(extracted?.direction ?? '') || facts.direction === 'rtl') return 'rtl'
  return directionOf(language === null ? null : primary(language), text)
}
