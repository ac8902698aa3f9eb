/** Styles of an ODT as far as they say what a text is: hidden, and how its lists are numbered. They stand in two parts, read one after the other. */
import type { ImportProblem } from '../types.ts'
import { walkXml } from '../xml/walk.ts'
import type { NumberStyle } from './list-labels.ts'
import { odtCount, odtName } from './odt-names.ts'

export interface OdtListLevel {
  readonly style: NumberStyle
  readonly before: string
  readonly behind: string
  /** How many levels the number shows: "1.2" is two. */
  readonly shown: number
  readonly start: number
}

export interface OdtStyles {
  isHidden(style: string | null): boolean
  /** The level of a list style, from 1; null where it is not numbered. */
  level(list: string | null, level: number): OdtListLevel | null
  /** Heads and feet of pages that have text. */
  readonly margins: number
}

interface Style {
  readonly parent: string | null
  hidden: boolean | null
}

const FORMATS: Readonly<Record<string, NumberStyle>> = {
  '': 'none',
  '1': 'decimal',
  a: 'lower-letter',
  A: 'upper-letter',
  i: 'lower-roman',
  I: 'upper-roman',
  '一, 二, 三, ...': 'han',
}
const DEEPEST = 20

/** Styles of `content.xml` and `styles.xml`. */
export function odtStyles(parts: readonly Uint8Array[]): OdtStyles | ImportProblem {
  const styles = new Map<string, Style>()
  const lists = new Map<string, Map<number, OdtListLevel>>()
  let margins = 0
  for (const bytes of parts) {
    let style: Style | null = null
    let list: Map<number, OdtListLevel> | null = null
    let margin = 0
    let counted = false
    const problem = walkXml(bytes, {
      open: (element, depth) => {
        const name = odtName(element)
        if (name === 'style:style') {
          style = { parent: element.attr('parent-style-name'), hidden: null }
          styles.set(element.attr('name') ?? '', style)
        }
        if (name === 'style:text-properties' && style && element.attr('display') !== null) style.hidden = element.attr('display') === 'none'
        if (name === 'text:list-style' || name === 'text:outline-style') {
          list = new Map()
          lists.set(name === 'text:outline-style' ? OUTLINE : (element.attr('name') ?? ''), list)
        }
        const isNumber = name === 'text:list-level-style-number' || name === 'text:outline-level-style'
        if (list && (isNumber || name === 'text:list-level-style-bullet')) {
          list.set(odtCount(element, 'level', 1, 10), {
            style: isNumber ? (FORMATS[element.attr('num-format') ?? ''] ?? 'decimal') : 'bullet',
            before: (element.attr('num-prefix') ?? '').slice(0, 20),
            behind: (element.attr('num-suffix') ?? '').slice(0, 20),
            shown: odtCount(element, 'display-levels', 1, 10),
            start: odtCount(element, 'start-value', 1, 1_000_000),
          })
        }
        if (margin === 0 && /^style:(?:header|footer)(?:-left|-first)?$/.test(name)) {
          margin = depth
          counted = false
        }
      },
      text: (text) => {
        if (margin === 0 || counted || text.trim() === '') return
        margins++
        counted = true
      },
      close: (element, depth) => {
        if (odtName(element) === 'style:style') style = null
        if (depth === margin) margin = 0
      },
    })
    if (problem) return problem
  }
  const hidden = (name: string | null, depth: number): boolean => {
    const style = name === null || depth > DEEPEST ? undefined : styles.get(name)
    return style ? (style.hidden ?? hidden(style.parent, depth + 1)) : false
  }
  return { isHidden: (style) => hidden(style, 0), level: (list, level) => lists.get(list ?? '')?.get(level) ?? null, margins }
}

/** The list style of headings. */
export const OUTLINE = '#outline'
