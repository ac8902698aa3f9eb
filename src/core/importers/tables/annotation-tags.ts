/**
 * Which tag each row means. A tag stands twice in a row: as its code, which is for good, and as its name, which is what people see and edit.
 * The name that most rows of a code have is its name; a row with another name means that one.
 */
import { foldName } from '../../../shared/text/fold.ts'
import type { FieldType } from '../../../shared/domain/tag-field.ts'
import type { FileTag } from '../../codebook/file.ts'
import type { ProjectEntry } from '../project.ts'

export interface RowTag {
  readonly code: string
  readonly name: string
}

export class TagNames {
  readonly #mains = new Map<string, string>()
  readonly #owners = new Map<string, string>()
  readonly #named = new Map<string, string>()

  constructor(rows: readonly RowTag[]) {
    const counts = [...Map.groupBy(rows.filter(({ code, name }) => code !== '' && name !== ''), ({ code, name }) => JSON.stringify([code, name])).values()] // prettier-ignore
    for (const [row] of counts.toSorted((a, b) => b.length - a.length)) {
      if (!row || this.#mains.has(row.code) || this.#owners.has(foldName(row.name))) continue
      this.#mains.set(row.code, row.name)
      this.#owners.set(foldName(row.name), row.code)
    }
    for (const { code } of rows) if (code !== '' && !this.#mains.has(code)) this.#mains.set(code, code)
  }

  /** Key of the tag that a row means, and its code where it has one; null where it names none. */
  of({ code, name }: RowTag): { key: string; code: string | null } | null {
    const owner = name === '' ? code : this.#owners.get(foldName(name))
    if (owner) return { key: `code ${owner}`, code: owner }
    if (name === '') return null
    this.#named.set(foldName(name), name)
    return { key: `name ${foldName(name)}`, code: null }
  }

  /** The tags as entries: named only, so that nothing of those that are here is compared. `fields`: what a tag that is new would have. */
  entries(fields: readonly { tagCode: string; name: string; type: FieldType; choices: readonly string[] }[]): ProjectEntry<FileTag>[] {
    const coded = [...this.#mains].map(([code, name]) => ({
      ...entry(`code ${code}`, name),
      more: {
        code,
        fields: fields.filter(({ tagCode }) => tagCode === code).map(({ name, type, choices }) => ({ name, type, choices: [...choices] })),
      },
    }))
    return [...coded, ...[...this.#named].map(([fold, name]) => entry(`name ${fold}`, name))]
  }
}

const entry = (key: string, name: string) => ({ key, uid: null, name, parent: null, isNameOnly: true })
