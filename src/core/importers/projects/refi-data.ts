/**
 * The notes in which a REFI-QDA project of ours carries all of its library. Whatever stands in them was written by anybody: it is taken
 * only where it is whole, fits, and belongs to the texts beside it.
 */
import { z } from 'zod'
import type { Archive } from '../zip/open-archive.ts'
import { projectFromJson, type ProjectJsonProblem, type WholeProject } from './project-json.ts'
import type { Qde, QdeText } from './qde-model.ts'
import { textOf } from './refi-texts.ts'

/** The words by which the notes are known, in every language the same. */
export const DATA_NAME = 'Parley data'
export const DATA_FORMAT = 'Parley data'
/** Raised when a later version writes what this one would misread. */
export const DATA_VERSION = 1

const headSchema = z.object({
  format: z.literal(DATA_FORMAT),
  version: z.int(),
  part: z.int().min(1),
  parts: z.int().min(1).max(1_000),
  /** SHA-256 (hex) of the project file that it was written with. */
  project: z.hex().length(64),
})
export type DataHead = z.infer<typeof headSchema>

export interface RefiData {
  readonly project: WholeProject
  /** Articles that are not in it, because their texts are not what they were, or not there. */
  readonly left: readonly string[]
  /** Hash of the project file that it was written with. */
  readonly written: string
}

/** Takes the notes out of the project; what is left of it is what other programs see, too. */
export function takeDataNotes(qde: Qde): QdeText[] {
  const data = qde.notes.filter(isData)
  qde.notes.splice(0, qde.notes.length, ...qde.notes.filter((note) => !isData(note)))
  return data
}

const isData = ({ name }: QdeText): boolean =>
  name === DATA_NAME || (name.startsWith(DATA_NAME) && /^ \d+\/\d+$/.test(name.slice(DATA_NAME.length)))

/** null where there are none. `texts`: the articles beside it, by uid. Never rejects. */
export async function readData(
  notes: readonly QdeText[],
  archive: Archive,
  texts: ReadonlyMap<string, string>,
): Promise<RefiData | ProjectJsonProblem | null> {
  if (notes.length === 0) return null
  const parts = new Map<number, string>()
  let head: DataHead | null = null
  for (const note of notes) {
    const found = await textOf(note, archive)
    const part = typeof found === 'string' ? null : partOf(found.source)
    if (part === null) return 'damaged'
    if (part.head.version > DATA_VERSION) return 'newer'
    if (head !== null && (head.project !== part.head.project || head.parts !== part.head.parts)) return 'damaged'
    head = part.head
    parts.set(part.head.part, part.text)
  }
  if (head === null || parts.size !== head.parts) return 'damaged'
  const json = [...parts].toSorted(([one], [other]) => one - other).map(([, text]) => text)
  const read = projectFromJson(json.join(''), { textOf: (uid) => texts.get(uid), skipTexts: true })
  return 'problem' in read ? read.problem : { project: read.project, left: read.left, written: head.project }
}

function partOf(source: string): { head: DataHead; text: string } | null {
  const [line = ''] = source.split('\n', 1)
  const head = headSchema.safeParse(jsonOf(line)).data
  return head ? { head, text: source.slice(line.length + 1).replace(/\r?\n$/, '') } : null
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
