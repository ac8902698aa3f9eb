/**
 * Several names in one cell: "Border; Trade", and levels of a path: "Border › Crossings". A name in which the separator stands is in
 * quotation marks, doubled within, as in CSV; so what is read is what was written.
 */
import { PATH_SEPARATOR } from '../../../../shared/domain/codebook.ts'

const LIST = { separator: '; ', sign: /[;"]/ }
const PATH = { separator: PATH_SEPARATOR, sign: /[›"]/ }
type Form = typeof LIST

const write = ({ separator, sign }: Form, names: readonly string[]): string =>
  names.map((name) => (sign.test(name) || name !== name.trim() || name === '' ? `"${name.replaceAll('"', '""')}"` : name)).join(separator)

/** Between separators, blanks around names do not count; what is in quotation marks is as it stands. */
function read({ separator }: Form, cell: string): string[] {
  const mark = separator.trim()
  const names: string[] = []
  let at = 0
  while (at <= cell.length) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/u.exec(cell.slice(at))
    const after = quoted ? at + quoted[0].length : -1
    if (quoted && (after === cell.length || cell[after] === mark)) {
      names.push((quoted[1] ?? '').replaceAll('""', '"'))
      at = after + 1
      continue
    }
    const end = cell.indexOf(mark, at)
    const name = cell.slice(at, end < 0 ? cell.length : end).trim()
    if (name !== '') names.push(name)
    at = (end < 0 ? cell.length : end) + 1
  }
  return names
}

export const writeList = (names: readonly string[]): string => write(LIST, names)
export const readList = (cell: string): string[] => read(LIST, cell)
/** A path may itself stand in a list. */
export const writePath = (levels: readonly string[]): string => write(PATH, levels)
export const readPath = (cell: string): string[] => read(PATH, cell)
