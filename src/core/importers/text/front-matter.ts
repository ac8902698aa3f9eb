/**
 * What a Markdown file says about itself before its text: the block between "---" lines (or "+++"), as note programs and site builders
 * write it. A small, forgiving part of YAML and TOML: names with a text or a list each; whatever is deeper is taken as text.
 */

export interface FrontMatter {
  /** In order; names in lower case. */
  readonly fields: readonly (readonly [name: string, values: readonly string[]])[]
  /** UTF-16 units to the end of the block and its line end; 0 where there is none. */
  readonly length: number
}

const NONE: FrontMatter = { fields: [], length: 0 }
const LONGEST = 64 * 1024
const NAME = /^(?<name>[\p{L}][\p{L}\p{N}_ -]{0,60}?)\s*(?<mark>[:=])(?:\s+(?<value>.*))?$/u

/** The block at the very beginning of canonical text. A line between dashes that names nothing is text. */
export function frontMatter(text: string): FrontMatter {
  const fence = /^(---|\+\+\+)[ \t]*\n/.exec(text)
  if (!fence) return NONE
  const mark = fence[1] === '---' ? ':' : '='
  const end = endOf(text, fence[0].length, fence[1] ?? '')
  if (end === null) return NONE
  const fields = fieldsOf(text.slice(fence[0].length, end.start).split('\n'), mark)
  return fields.length === 0 ? NONE : { fields, length: end.next }
}

function endOf(text: string, from: number, fence: string): { start: number; next: number } | null {
  for (let start = from; start >= 0 && start < text.length && start < LONGEST;) {
    const lineEnd = text.indexOf('\n', start)
    const next = lineEnd < 0 ? text.length : lineEnd + 1
    const line = text.slice(start, lineEnd < 0 ? text.length : lineEnd).trimEnd()
    if (line === fence || (fence === '---' && line === '...')) return { start, next }
    start = next
  }
  return null
}

function fieldsOf(lines: readonly string[], mark: string): (readonly [string, string[]])[] {
  const fields: [string, string[]][] = []
  for (const line of lines) {
    const { name, value, mark: used } = NAME.exec(line)?.groups ?? {}
    const last = fields.at(-1)
    if (name !== undefined && used === mark) fields.push([name.toLowerCase(), valuesOf(value ?? '')])
    else if (last && !/^\s*(?:#|$)/.test(line)) last[1].push(...valuesOf(line.replace(/^\s*(?:-\s+)?(?:name:\s*)?/i, '')))
  }
  return fields.filter(([, values]) => values.length > 0)
}

/** A list in brackets, or one text; quotes and marks of block texts are dropped. */
function valuesOf(written: string): string[] {
  const value = written.trim()
  const items = value.startsWith('[') && value.endsWith(']') ? splitList(value.slice(1, -1)) : [value]
  return items.map(unquoted).filter((item) => item !== '' && !/^[|>][+-]?$/.test(item) && !/^(?:null|~)$/i.test(item))
}

function splitList(inside: string): string[] {
  return inside.match(/"[^"]*"|'[^']*'|[^,"']+/g) ?? []
}

function unquoted(value: string): string {
  const text = value.trim().replace(/,$/, '')
  const quoted = /^"(.*)"$|^'(.*)'$/s.exec(text)
  return (quoted ? (quoted[1] ?? quoted[2] ?? '') : text).trim()
}
