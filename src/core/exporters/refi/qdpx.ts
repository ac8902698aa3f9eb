/**
 * REFI-QDA projects: an archive with the project file at its root and each text beside it, named by a GUID and by nothing that anybody
 * typed. What REFI-QDA cannot say goes along in a note that Parley reads. The same library and choice give the same bytes.
 */
import { ZipPieces } from '../sheets/zip-pieces.ts'
import type { ReadDb } from '../../store/types.ts'
import { filesLeft, projectOfLibrary } from '../interchange/project-json.ts'
import type { Exporter } from '../interchange/types.ts'
import { dataNotes } from './data-notes.ts'
import { projectLosses } from './losses.ts'
import { qdeSteps } from './qde.ts'
import { sourceFile } from './sources.ts'
import { piecesOf } from './text-pieces.ts'

/** UTF-16 units that are packed at once. */
const PIECE = 500_000
/** How much is done when packing begins, and when the texts are packed. */
const PACKING = 0.6
const LAST = 0.9

/** Bytes of files beyond which they stay: what reads the archive reads no more of one. */
const MOST_FILES = 100 * 1024 * 1024

export const exporter: Exporter = {
  write: async (db, choice, { libraryName, pause }) => {
    const found = projectOfLibrary(db, { ...choice, originals: choice.originals && !areTooLarge(db) }, libraryName)
    const { project } = found
    const data = dataNotes(project)
    await pause(0.1)
    const steps = qdeSteps(project, data.notes)
    let step = steps.next()
    for (; !step.done; step = steps.next()) await pause(0.1 + step.value * 0.5)
    const encoder = new TextEncoder()
    const bytes = encoder.encode(step.value)
    const zip = new ZipPieces()
    await pack(zip, 'project.qde', step.value, () => pause(PACKING))
    for (const [index, { key, text }] of project.articles.entries()) {
      zip.add(`sources/${sourceFile(key)}`, text)
      await pause(PACKING + ((LAST - PACKING) * index) / project.articles.length)
    }
    for (const { guid, text } of data.texts(bytes)) await pack(zip, `sources/${sourceFile(guid)}`, text, () => pause(LAST))
    return { bytes: zip.end(), lost: projectLosses(found) }
  },
  losses: (db, choice) => {
    const isIn = choice.originals && !areTooLarge(db) && !choice.quotesOnly
    // Without the bytes of files: only how many they are is asked for.
    const lost = projectLosses(projectOfLibrary(db, { ...choice, originals: false }))
    if (!isIn) return lost
    const count = filesLeft(db, choice)
    return lost.flatMap((loss) => (loss.code === 'project-files' ? (count > 0 ? [{ code: 'project-files-shared', count }] : []) : [loss]))
  },
}

/** An entry of any length, packed a piece at a time. */
async function pack(zip: ZipPieces, name: string, text: string, pause: () => Promise<void>): Promise<void> {
  const entry = zip.begin(name)
  for (const piece of piecesOf(text, PIECE)) {
    entry.add(piece)
    await pause()
  }
  entry.end()
}

/** Files that no reader would unpack are left out, which the losses tell. */
const areTooLarge = (db: ReadDb): boolean => db.value<number>('SELECT ifnull(sum(length(bytes)), 0) FROM original') > MOST_FILES
