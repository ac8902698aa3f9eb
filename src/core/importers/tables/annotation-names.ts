/** Parties, issues and choices that a table of annotations names. Names only: what stands here under a name is not compared with anything. */
import type { FieldType, FieldValue } from '../../../shared/domain/tag-field.ts'
import { foldName } from '../../../shared/text/fold.ts'
import type { FileIssue, FileParty } from '../../codebook/file.ts'
import type { ProjectEntry } from '../project.ts'

const choiceKey = ({ tagCode, name }: { tagCode: string; name: string }): string => JSON.stringify([tagCode, name])

export class AnnotationNames {
  readonly #parties = new Map<string, string>()
  readonly #issues = new Map<string, { name: string; parent: string | null }>()
  readonly #choices = new Map<string, Set<string>>()

  /** Key of a party; null for a blank. */
  party(name: string): string | null {
    const written = name.trim()
    const key = foldName(written)
    if (key === '') return null
    if (!this.#parties.has(key)) this.#parties.set(key, written)
    return key
  }

  /** Key of the issue at the end of a path; those above it are entries too. */
  issue(path: readonly string[]): string {
    let parent: string | null = null
    path.forEach((name, index) => {
      const key = JSON.stringify(path.slice(0, index + 1).map(foldName))
      if (!this.#issues.has(key)) this.#issues.set(key, { name, parent })
      parent = key
    })
    return parent ?? ''
  }

  /** The value of an own field; parties by their keys. */
  field(tagCode: string, { name, type, value }: { name: string; type: FieldType; value: FieldValue }): FieldValue {
    if (type === 'party') return this.party(String(value)) ?? ''
    if (type === 'choice') {
      const key = choiceKey({ tagCode, name })
      this.#choices.set(key, (this.#choices.get(key) ?? new Set()).add(String(value)))
    }
    return value
  }

  choices(field: { tagCode: string; name: string }): string[] {
    return [...(this.#choices.get(choiceKey(field)) ?? [])].slice(0, 200)
  }

  parties(): ProjectEntry<FileParty>[] {
    return [...this.#parties].map(([key, name]) => ({ key, uid: null, name, parent: null, isNameOnly: true }))
  }

  issues(): ProjectEntry<FileIssue>[] {
    return [...this.#issues].map(([key, { name, parent }]) => ({ key, uid: null, name, parent, isNameOnly: true }))
  }
}
