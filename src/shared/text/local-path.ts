/** Places of files on somebody's own machine, as reference managers write them into their lists: no business of anyone who gets a file. Pure. */

/** A file address, a drive, a share, a home folder, or a path from a root that systems keep files of people under. */
const LOCAL = /(?:^|[\s:(,"'])(?:file:|[a-z]\\?:[\\/]|\\\\[^\s\\]|~[\\/]|\/(?:Users|home|root|Volumes|mnt|media|tmp|var|private|run)\/)/i

/** The text without those of its parts, set off by semicolons, that name a place on a machine. The text itself where it names none; '' where nothing is left. */
export function withoutLocalPaths(text: string): string {
  const parts = text.split(/;\s*/)
  const kept = parts.filter((part) => !LOCAL.test(part))
  return kept.length === parts.length ? text : kept.join('; ')
}

/** The same for values by name: those of which nothing is left are gone. The record itself where none names a place. */
export function detailsWithoutPaths(details: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(details)
  const kept = entries.map(([name, value]) => [name, withoutLocalPaths(value)] as const)
  return kept.every(([, value], index) => value === entries[index]?.[1])
    ? details
    : Object.fromEntries(kept.filter(([, value]) => value !== ''))
}
