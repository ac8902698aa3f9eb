/** Lists of a DOCX: which number or bullet a paragraph shows. Word computes them when it shows the document; so do we, as text. */
import type { ImportProblem } from '../types.ts'
import { walkXml } from '../xml/walk.ts'
import { numberValue, wordName } from './docx-names.ts'
import { listNumber, type NumberStyle } from './list-labels.ts'

interface Level {
  start: number
  style: NumberStyle
  /** "%1.%2" */
  pattern: string
  legal: boolean
}

export interface DocxNumbering {
  /** The number of the next paragraph of a list at a level (0–8), with its brackets and dots; '' for none. Counts it. */
  next(list: number, level: number): string
}

const STYLES: Readonly<Record<string, NumberStyle>> = {
  bullet: 'bullet',
  none: 'none',
  decimalZero: 'zero',
  lowerLetter: 'lower-letter',
  upperLetter: 'upper-letter',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
  chineseCounting: 'han',
  chineseCountingThousand: 'han',
  taiwaneseCounting: 'han',
  taiwaneseCountingThousand: 'han',
  japaneseCounting: 'han',
  ideographTraditional: 'decimal',
}
const LEVELS = 9

/** Numbering of `word/numbering.xml`; no bytes: no lists. */
export function docxNumbering(bytes: Uint8Array | null): DocxNumbering | ImportProblem {
  const patterns = new Map<number, Level[]>()
  const lists = new Map<number, { pattern: number; starts: Map<number, number> }>()
  let levels: Level[] | null = null
  let level: Level | null = null
  let list: { pattern: number; starts: Map<number, number> } | null = null
  let override = 0
  const problem =
    bytes &&
    walkXml(bytes, {
      open: (element) => {
        switch (wordName(element)) {
          case 'w:abstractNum':
            levels = []
            patterns.set(numberValue(element, 'abstractNumId') ?? -1, levels)
            break
          case 'w:lvl': {
            level = { start: 1, style: 'decimal', pattern: '', legal: false }
            const at = numberValue(element, 'ilvl') ?? -1
            if (levels && at >= 0 && at < LEVELS) levels[at] = level
            break
          }
          case 'w:start':
            if (level) level.start = numberValue(element) ?? 1
            break
          case 'w:numFmt':
            if (level) level.style = STYLES[element.attr('val') ?? ''] ?? 'decimal'
            break
          case 'w:lvlText':
            if (level) level.pattern = (element.attr('val') ?? '').slice(0, 100)
            break
          case 'w:isLgl':
            if (level) level.legal = true
            break
          case 'w:num':
            levels = null
            list = { pattern: -1, starts: new Map() }
            lists.set(numberValue(element, 'numId') ?? -1, list)
            break
          case 'w:abstractNumId':
            if (list) list.pattern = numberValue(element) ?? -1
            break
          case 'w:lvlOverride':
            override = numberValue(element, 'ilvl') ?? 0
            break
          case 'w:startOverride':
            list?.starts.set(override, numberValue(element) ?? 1)
            break
          default:
        }
      },
    })
  if (problem) return problem
  const counters = new Map<number, (number | undefined)[]>()
  const begun = new Set<number>()
  return {
    next: (id, at) => {
      const found = lists.get(id)
      const pattern = found && patterns.get(found.pattern)
      const own = pattern?.[at]
      if (!found || !pattern || !own) return ''
      const counts = counters.get(found.pattern) ?? []
      counters.set(found.pattern, counts)
      // Lists of one pattern go on counting, unless one of them says where it starts.
      if (!begun.has(id)) for (const [place] of found.starts) counts[place] = undefined
      begun.add(id)
      const startOf = (place: number): number => found.starts.get(place) ?? pattern[place]?.start ?? 1
      counts[at] = (counts[at] ?? startOf(at) - 1) + 1
      counts.length = at + 1
      if (own.style === 'bullet') return listNumber(0, 'bullet')
      return own.pattern.replace(/%([1-9])/g, (_, digit: string) => {
        const place = Number(digit) - 1
        const style = pattern[place]?.style ?? 'decimal'
        return listNumber(counts[place] ?? startOf(place), own.legal ? 'decimal' : style)
      })
    },
  }
}
