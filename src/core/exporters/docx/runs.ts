/** Text as runs: cut by script, each with its language, its face and its look. Properties stand in the order that the schema of Word asks for. */
import { complexFace, HAN } from './fonts.ts'
import { languageSign, stretches, type LanguageSign, type Script } from './scripts.ts'
import { runContent } from './xml.ts'

/** Sizes in half points, colours as six hexadecimal digits without #. */
export interface RunLook {
  readonly style?: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly colour?: string
  readonly size?: number
  readonly shade?: string
  readonly underline?: { readonly kind: 'single' | 'double' | 'thick'; readonly colour: string }
  readonly border?: { readonly kind: 'single' | 'dotted'; readonly colour: string; readonly size: number }
  readonly raised?: boolean
  readonly noProof?: boolean
}

/** A colour of the palette as Word writes it. */
export const hex = (colour: string): string => colour.replace('#', '').toUpperCase()

/** `language`: undefined for words of our own; null where it is not known, and then no speller complains. */
export function runs(text: string, look: RunLook, base: 'ltr' | 'rtl', language?: string | null): string {
  if (text === '') return ''
  const sign = languageSign(language)
  const noProof = language !== undefined && sign === null
  return stretches(text, base)
    .map((stretch) => `<w:r>${properties(look, stretch, sign, noProof)}${runContent(stretch.text)}</w:r>`)
    .join('')
}

/** A run of something that is no text: a field, a reference. */
export const plainRun = (look: RunLook, content: string): string =>
  `<w:r>${properties(look, { text: '', script: 'plain' }, null, false)}${content}</w:r>`

function properties(
  look: RunLook,
  { text, script }: { text: string; script: Script },
  sign: LanguageSign | null,
  noProof: boolean,
): string {
  const complex = script !== 'plain'
  const upright = complex || sign?.script === 'east-asian'
  const { underline, border } = look
  const all =
    (look.style === undefined ? '' : `<w:rStyle w:val="${look.style}"/>`) +
    faces(text, script, sign) +
    (look.bold === true ? '<w:b/><w:bCs/>' : '') +
    // Slanted Arabic, Indic and Chinese is a distortion, not an emphasis.
    (look.italic === true && !upright ? '<w:i/>' : '') +
    (noProof || look.noProof === true ? '<w:noProof/>' : '') +
    (look.colour === undefined ? '' : `<w:color w:val="${hex(look.colour)}"/>`) +
    (look.size === undefined ? '' : `<w:sz w:val="${look.size}"/><w:szCs w:val="${look.size}"/>`) +
    (underline === undefined ? '' : `<w:u w:val="${underline.kind}" w:color="${hex(underline.colour)}"/>`) +
    (border === undefined ? '' : `<w:bdr w:val="${border.kind}" w:sz="${border.size}" w:space="0" w:color="${hex(border.colour)}"/>`) +
    (look.shade === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${hex(look.shade)}"/>`) +
    (look.raised === true ? '<w:vertAlign w:val="superscript"/>' : '') +
    (script === 'rtl' ? '<w:rtl/>' : '') +
    (script === 'complex' ? '<w:cs/>' : '') +
    languageProperty(script, sign)
  return all === '' ? '' : `<w:rPr>${all}</w:rPr>`
}

function faces(text: string, script: Script, sign: LanguageSign | null): string {
  if (script !== 'plain') {
    const face = complexFace(text, sign?.language ?? null)
    return face === null ? '' : `<w:rFonts w:ascii="${face}" w:hAnsi="${face}" w:cs="${face}"/>`
  }
  // Quotation marks and dots exist in both worlds: the hint says that they are Chinese ones here.
  return sign?.script === 'east-asian' ? `<w:rFonts w:hint="eastAsia" w:eastAsia="${HAN}"/>` : ''
}

function languageProperty(script: Script, sign: LanguageSign | null): string {
  if (sign === null) return ''
  if (script !== 'plain') return sign.script === script ? `<w:lang w:bidi="${sign.tag}"/>` : ''
  if (sign.script === 'east-asian') return `<w:lang w:eastAsia="${sign.tag}"/>`
  return sign.script === 'plain' ? `<w:lang w:val="${sign.tag}"/>` : ''
}
