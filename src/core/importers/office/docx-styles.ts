/** Styles of a DOCX as far as they say what a text is: its name, its level as a heading, hidden, bold, part of a list. */
import type { ImportProblem } from '../types.ts'
import { walkXml } from '../xml/walk.ts'
import { isOn, numberValue, wordName } from './docx-names.ts'

export interface DocxStyle {
  /** As people see it; "heading 1" in every language. */
  name: string
  basedOn: string | null
  level: number | null
  hidden: boolean | null
  bold: boolean | null
  list: number | null
  listLevel: number | null
}

export interface DocxStyles {
  /** A style with all it inherits; null for none. */
  of(id: string | null): DocxStyle | null
  /** Id of the paragraph style that applies where none is named. */
  readonly usual: string | null
}

/** Inheritance deeper than this is a loop. */
const DEEPEST = 20

/** Styles of `word/styles.xml`; no bytes: no styles. */
export function docxStyles(bytes: Uint8Array | null): DocxStyles | ImportProblem {
  const styles = new Map<string, DocxStyle>()
  let usual: string | null = null
  let style: DocxStyle | null = null
  const problem =
    bytes &&
    walkXml(bytes, {
      open: (element) => {
        const name = wordName(element)
        if (name === 'w:style') {
          style = { name: '', basedOn: null, level: null, hidden: null, bold: null, list: null, listLevel: null }
          const id = element.attr('styleId') ?? ''
          styles.set(id, style)
          if (element.attr('type') === 'paragraph' && /^(?:1|true|on)$/.test(element.attr('default') ?? '')) usual = id
        }
        if (!style) return
        if (name === 'w:name') style.name = element.attr('val') ?? ''
        if (name === 'w:basedOn') style.basedOn = element.attr('val')
        if (name === 'w:outlineLvl') style.level = headingLevel(numberValue(element))
        if (name === 'w:vanish') style.hidden = isOn(element)
        if (name === 'w:b') style.bold = isOn(element)
        if (name === 'w:numId') style.list = numberValue(element)
        if (name === 'w:ilvl') style.listLevel = numberValue(element)
      },
      close: (element) => {
        if (wordName(element) === 'w:style') style = null
      },
    })
  if (problem) return problem
  const whole = new Map<string, DocxStyle>()
  const resolve = (id: string, depth: number): DocxStyle | null => {
    const known = whole.get(id)
    if (known) return known
    const own = styles.get(id)
    if (!own) return null
    const base = own.basedOn !== null && depth < DEEPEST ? resolve(own.basedOn, depth + 1) : null
    const resolved: DocxStyle = {
      name: own.name,
      basedOn: own.basedOn,
      level: own.level ?? levelByName(own.name) ?? base?.level ?? null,
      hidden: own.hidden ?? base?.hidden ?? null,
      bold: own.bold ?? base?.bold ?? null,
      list: own.list ?? base?.list ?? null,
      listLevel: own.listLevel ?? base?.listLevel ?? null,
    }
    whole.set(id, resolved)
    return resolved
  }
  return { of: (id) => (id === null ? null : resolve(id, 0)), usual }
}

/** Level 9 is body text. */
export const headingLevel = (level: number | null): number | null => (level !== null && level >= 0 && level <= 8 ? level : null)

function levelByName(name: string): number | null {
  if (/^title$/i.test(name)) return 0
  const level = /^heading ([1-9])$/i.exec(name)?.[1]
  return level === undefined ? null : Number(level) - 1
}
