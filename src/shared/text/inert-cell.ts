/**
 * Cells of tables that go to spreadsheets, by file or by clipboard: an apostrophe before what a spreadsheet could take for a formula.
 * Reading takes exactly that apostrophe off again.
 */

/** What begins a formula, also behind blanks, quotes, separators or an encoded line end; and control characters at the start. */
const RISKY = /^(?:[\s"';]|%0[ad9])*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'*[\t\r\n\0]/i

/** A cell as it is written. Texts that cannot be a formula stay as they are. */
export const inertCell = (text: string): string => (RISKY.test(text) ? `'${text}` : text)

/** The text of a cell that `inertCell` wrote. */
export const plainCell = (cell: string): string => (cell.startsWith("'") && RISKY.test(cell.slice(1)) ? cell.slice(1) : cell)
