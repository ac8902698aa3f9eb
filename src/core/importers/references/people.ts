/** Names of people as reference lists have them: "Light, Janice" is Janice Light; a name without a comma stays as it is. */

/** A name in the order in which it is spoken. "King, Martin Luther, Jr." keeps its suffix at the end. */
export function spokenName(written: string): string {
  const [family = '', given, suffix, ...more] = written.split(',').map((part) => part.trim())
  if (given === undefined || given === '' || family === '' || more.length > 0) return written.trim().replace(/,$/, '')
  return [given, family].join(' ') + (suffix ? `, ${suffix}` : '')
}

/** Several names as one line. */
export const peopleLine = (names: readonly string[]): string => [...new Set(names.filter((name) => name !== ''))].join('; ')
