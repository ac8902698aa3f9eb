/** What is read from the project.qde of a REFI-QDA project, still in its own terms: positions as they are written, references as GUIDs. */

export interface QdeCode {
  readonly key: string
  readonly guid: string | null
  readonly name: string
  readonly parent: string | null
  readonly colour: string | null
  description: string
}

export interface QdeCoding {
  /** GUIDs of codes, in their order. */
  readonly codes: string[]
  readonly user: string | null
  readonly created: string | null
}

export interface QdeSelection {
  readonly guid: string | null
  readonly name: string
  /** As written: not yet known to be numbers. */
  readonly start: string
  readonly end: string
  readonly user: string | null
  readonly created: string | null
  description: string
  readonly codings: QdeCoding[]
  readonly notes: string[]
}

/** Something with text: a text source, the text of a PDF, a transcript, or a note. */
export interface QdeText {
  readonly kind: 'TextSource' | 'Representation' | 'Transcript' | 'Note'
  readonly guid: string | null
  readonly name: string
  readonly path: string | null
  readonly rich: string | null
  /** The text itself, where it is in the project file. */
  content: string | null
  description: string
  readonly selections: QdeSelection[]
  readonly notes: string[]
  /** GUID of a variable and its value. */
  readonly values: [variable: string, value: string][]
}

export interface Qde {
  name: string
  origin: string
  readonly users: Map<string, string>
  readonly codes: QdeCode[]
  readonly texts: QdeText[]
  readonly notes: QdeText[]
  readonly variables: Map<string, string>
  /** Names of what is there and has no place here, by what it is. */
  readonly others: Map<string, string[]>
}

export const emptyQde = (): Qde => ({
  name: '',
  origin: '',
  users: new Map(),
  codes: [],
  texts: [],
  notes: [],
  variables: new Map(),
  others: new Map(),
})
