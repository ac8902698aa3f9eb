/**
 * What only Parley reads of a project: its whole JSON as texts of notes, which other programs keep or pass over. The texts of articles are
 * not in it again; they stand beside it. The head names the project file it belongs to by its hash: whether another program has changed
 * that since is known by it.
 */
import { bytesHash } from '../../importers/fingerprint.ts'
import { DATA_FORMAT, DATA_NAME, DATA_VERSION, type DataHead } from '../../importers/projects/refi-data.ts'
import { say } from '../../messages.ts'
import type { WholeProject } from '../../importers/projects/project-json.ts'
import { projectToJson } from '../interchange/project-json.ts'
import { guidFor } from './context.ts'
import type { FileNote } from './qde.ts'
import { piecesOf } from './text-pieces.ts'

/** UTF-16 units of one text: no entry of an archive is larger than what is read of one. */
const LARGEST = 16_000_000

export interface DataNotes {
  readonly notes: readonly FileNote[]
  /** The texts of the notes, once the project file is written, by the GUIDs of the notes. */
  texts(projectFile: Uint8Array): readonly { readonly guid: string; readonly text: string }[]
}

export function dataNotes(project: WholeProject): DataNotes {
  const json = projectToJson(project, { textsElsewhere: true })
  const parts = piecesOf(json, LARGEST)
  const guids = parts.map((part, index) => guidFor('data', bytesHash(new TextEncoder().encode(part)), `${index}`))
  return {
    notes: guids.map((guid, index) => ({
      guid,
      name: parts.length === 1 ? DATA_NAME : `${DATA_NAME} ${index + 1}/${parts.length}`,
      about: say('export.refi.data'),
    })),
    texts: (projectFile) =>
      parts.map((part, index) => {
        const head: DataHead = {
          format: DATA_FORMAT,
          version: DATA_VERSION,
          part: index + 1,
          parts: parts.length,
          project: bytesHash(projectFile),
        }
        return { guid: guids[index] ?? '', text: `${JSON.stringify(head)}\n${part}` }
      }),
  }
}
