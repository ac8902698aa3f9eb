/**
 * What a Word file keeps beside its text: relationships, bookmarks, comments, numberings, pictures. All are numbered in the order of writing, so
 * that the same document gives the same numbers. One of these is made for each file.
 */
import { xmlAttribute } from './xml.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Relationships of one part: rId1, rId2, …; the same target has one. */
export class Relations {
  readonly #list: string[] = []
  readonly #known = new Map<string, string>()

  /** `kind`: "image", "styles", … */
  inside(kind: string, target: string): string {
    return this.#add(`Type="${OFFICE}/${kind}" Target="${xmlAttribute(target)}"`)
  }
  /** Relationship to an address outside, for a link: the only one that leads there. See addresses.ts for what may be one. */
  outside(address: string): string {
    return this.#add(`Type="${OFFICE}/hyperlink" Target="${xmlAttribute(address)}" TargetMode="External"`)
  }
  get isEmpty(): boolean {
    return this.#list.length === 0
  }
  xml(): string {
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${this.#list.join('')}</Relationships>`
  }
  #add(attributes: string): string {
    const known = this.#known.get(attributes)
    if (known !== undefined) return known
    const id = `rId${this.#list.length + 1}`
    this.#list.push(`<Relationship Id="${id}" ${attributes}/>`)
    this.#known.set(attributes, id)
    return id
  }
}

/** Places of the document as bookmarks. Their names are made of the anchors; Word takes 40 letters, digits and underscores. */
export class Bookmarks {
  readonly #names = new Map<string, string>()
  readonly #set = new Set<string>()
  #count = 0

  /** `places`: every anchor of the document. */
  constructor(places: Iterable<string>) {
    const taken = new Set<string>()
    for (const place of places) {
      const stem = `p_${place.replace(/[^A-Za-z0-9_]/g, '_').slice(0, 30)}`
      let name = stem
      for (let count = 2; taken.has(name); count++) name = `${stem}_${count}`
      taken.add(name)
      this.#names.set(place, name)
    }
  }
  /** The bookmark's name; null where the document has no such place. */
  nameOf(place: string): string | null {
    return this.#names.get(place) ?? null
  }
  /** Both ends around nothing; '' for a place that is marked already. */
  point(place: string): string {
    const { start, end } = this.range(place)
    return start + end
  }
  /** Both ends, to stand around something. */
  range(place: string): { start: string; end: string } {
    const name = this.#names.get(place)
    if (name === undefined || this.#set.has(place)) return { start: '', end: '' }
    this.#set.add(place)
    const id = this.#count++
    return { start: `<w:bookmarkStart w:id="${id}" w:name="${name}"/>`, end: `<w:bookmarkEnd w:id="${id}"/>` }
  }
}

/** Numbered lists: each begins at its own number. */
export class Numberings {
  readonly #list: { abstract: number; start: number | null }[] = []
  /** `abstract`: one of those in numbering.ts. Returns the id for `w:numId`. */
  begin(abstract: number, start: number | null): number {
    this.#list.push({ abstract, start })
    return this.#list.length
  }
  xml(): string {
    return this.#list
      .map(
        ({ abstract, start }, index) =>
          `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${abstract}"/>${start === null ? '' : `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride>`}</w:num>`,
      )
      .join('')
  }
}

export interface Media {
  readonly path: string
  readonly bytes: Uint8Array
}
