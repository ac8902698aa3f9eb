/**
 * Which files of a folder are meant when someone brings the folder in: not what systems put there for themselves, nor the pictures and
 * scripts that browsers keep beside a saved page. Names only; pure.
 */

/** Most files that one folder, with those in it, may bring at once. */
export const MOST_FILES = 10_000
/** Deepest folder in a folder that is looked into. */
export const MOST_DEPTH = 20

const DROPPINGS = /^(?:\.ds_store|thumbs\.db|desktop\.ini|\.localized|\._.*|~\$.*|\.~lock\..*)$/i

/** A file that some system or program keeps for itself, or that is hidden. */
export const isDropping = (name: string): boolean => name.startsWith('.') || DROPPINGS.test(name)

/** A folder that is never looked into: hidden ones such as the store of git, and what archives of Macs and Windows bring along. */
export const isForeignFolder = (name: string): boolean => name.startsWith('.') || /^(?:__macosx|\$recycle\.bin)$/i.test(name)

/** What browsers put behind the name of a page for the folder of its parts, each in its own language. */
const PAGE_FOLDER = new RegExp(
  `^(.+)(?:[_.-]files|-filer|_filer|-dateien|_fichiers|_archivos|_ficheiros|_arquivos|_file|_bestanden|_pliki|_soubory|_elemei|_dosyalar|_datoteke|_fajlovi|_fails|_failid|_tiedostot|_kailed|_fitxers|_fitxategiak|_pagina|_f[iı]les)$`,
  'iu',
)

/**
 * The folders among `folders` that belong to a saved page among `files`: "Talks_files" (or "Talks-Dateien", "Talks.files", in the
 * language the browser spoke) beside "Talks.html". Any other folder is one that a person made.
 */
export function pageFolders(folders: readonly string[], files: readonly string[]): Set<string> {
  const pages = new Set(files.flatMap((name) => /^(.+)\.(?:html?|xhtml)$/i.exec(name)?.[1]?.toLowerCase() ?? []))
  return new Set(
    folders.filter((folder) => {
      const page = PAGE_FOLDER.exec(folder)?.[1]?.toLowerCase()
      return page !== undefined && pages.has(page)
    }),
  )
}

/** What a folder brings, and how much of it stays away. */
export interface MeantFiles<F> {
  readonly files: readonly F[]
  /** Files that were left because there are more than are taken at once, or because they lie too deep. */
  readonly left: number
  /** Files that were passed over on purpose: parts of saved pages, hidden ones, and what systems keep for themselves. */
  readonly passed: number
}

/** Those of the files of a folder that are meant, by their paths with "/" between; in the order of their names, MOST_FILES at most. */
export function meantFiles<F>(files: readonly F[], pathOf: (file: F) => string): MeantFiles<F> {
  const byFolder = new Map<string, { files: string[]; folders: Set<string> }>()
  const inside = (folder: string): { files: string[]; folders: Set<string> } => {
    const known = byFolder.get(folder) ?? { files: [], folders: new Set() }
    byFolder.set(folder, known)
    return known
  }
  const parts = files.map((file) => ({ file, path: pathOf(file).split('/') }))
  for (const { path } of parts) {
    inside(path.slice(0, -1).join('/')).files.push(path.at(-1) ?? '')
    for (let depth = 1; depth < path.length; depth++) inside(path.slice(0, depth - 1).join('/')).folders.add(path[depth - 1] ?? '')
  }
  const belonging = new Map([...byFolder].map(([folder, found]) => [folder, pageFolders([...found.folders], found.files)]))
  const isMeant = (path: readonly string[]): boolean =>
    !isDropping(path.at(-1) ?? '') &&
    path.slice(0, -1).every((name, depth) => !isForeignFolder(name) && !belonging.get(path.slice(0, depth).join('/'))?.has(name))
  const meant = parts.filter(({ path }) => isMeant(path))
  const near = meant.filter(({ path }) => path.length <= MOST_DEPTH + 2)
  const taken = near
    .sort((a, b) => a.path.join('/').localeCompare(b.path.join('/'), undefined, { numeric: true }))
    .slice(0, MOST_FILES)
    .map(({ file }) => file)
  return { files: taken, left: meant.length - taken.length, passed: files.length - meant.length }
}
