/**
 * Which files of a folder are meant when someone brings the folder in: not what systems put there for themselves, nor the pictures and
 * scripts that browsers keep beside a saved page. Names only; pure.
 */

/** Most files that one folder, with those in it, may bring at once. */
export const MOST_FILES = 10_000
/** Deepest folder in a folder that is looked into. */
export const MOST_DEPTH = 20

const DROPPINGS = /^(?:\.ds_store|thumbs\.db|desktop\.ini|\.localized|\._.*|~\$.*|\.~lock\..*)$/i

/** A file that some system or program keeps for itself. */
export const isDropping = (name: string): boolean => DROPPINGS.test(name)

/** A folder that is never looked into: what archives of Macs bring along, and the store of git. */
export const isForeignFolder = (name: string): boolean => /^(?:__macosx|\.git|\.svn|\$recycle\.bin)$/i.test(name)

/**
 * The folders among `folders` that belong to a saved page among `files`: "Talks_files" (or "Talks-Dateien", "Talks.files", in whatever
 * language the browser spoke) beside "Talks.html".
 */
export function pageFolders(folders: readonly string[], files: readonly string[]): Set<string> {
  const pages = new Set(files.flatMap((name) => /^(.+)\.(?:html?|xhtml)$/i.exec(name)?.[1]?.toLowerCase() ?? []))
  return new Set(
    folders.filter((folder) => {
      const page = /^(.+)[_.-][^_.-]+$/u.exec(folder.toLowerCase())?.[1]
      return page !== undefined && pages.has(page)
    }),
  )
}
