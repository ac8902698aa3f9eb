/** Languages by the names that the window shows: what is sorted by their tags looks unsorted there (Chinese is zh). */

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** English name of a BCP 47 tag; the tag in capitals where there is none, as in the window. */
export function languageSortName(tag: string): string {
  try {
    return names.of(tag) ?? tag.toUpperCase()
  } catch {
    return tag.toUpperCase()
  }
}
