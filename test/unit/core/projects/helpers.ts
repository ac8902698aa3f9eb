/** A real library, and projects brought into it as the import job does it. */
import { finish } from '../../../../src/core/anchoring/in-turns.ts'
import { seedCodebook } from '../../../../src/core/seed.ts'
import { readFile } from '../../../../src/core/importers/read-file.ts'
import type { ReadProject } from '../../../../src/core/importers/types.ts'
import { importProject, type ProjectItem } from '../../../../src/core/projects/import-project.ts'
import { previewProject } from '../../../../src/core/projects/preview.ts'
import type { LibraryFile } from '../../../../src/core/store/library-file.ts'
import type { ReadDb } from '../../../../src/core/store/types.ts'
import type { ImportOutcome, ProjectPreview } from '../../../../src/shared/domain/import.ts'
import { newLibrary } from '../../../store/helpers/library.ts'

export interface TestLibrary {
  readonly library: LibraryFile
  readonly db: ReadDb
  bring(reading: ReadProject, item?: Partial<ProjectItem>, signal?: AbortSignal): Promise<ImportOutcome[]>
  preview(reading: ReadProject, item?: Partial<ProjectItem>): ProjectPreview
}

/** A new library with the shipped tags. */
export function projectLibrary(): TestLibrary {
  const library = newLibrary()
  const uid = (): string => crypto.randomUUID()
  seedCodebook(library, uid)
  const session = { library, clock: () => Date.now(), uid, changed: () => undefined }
  return {
    library,
    db: library.read,
    preview: (reading, item = {}) => finish(previewProject(library.read, reading.project, { name: 'project', ...item })),
    bring: async (reading, item = {}, signal = new AbortController().signal) => {
      const said: ImportOutcome[] = []
      const lines = await importProject(
        session,
        library,
        reading,
        { name: 'project', ...item },
        {
          signal,
          step: async () => undefined,
          report: (_, more) => void said.push(...more),
          failed: (error) => {
            throw error
          },
        },
      )
      if (JSON.stringify(said) !== JSON.stringify(lines)) throw new Error('the report and the result differ')
      return lines
    },
  }
}

/** Reads a file through the door of all files; fails where it is no project. */
export async function readProject(bytes: Uint8Array, name = 'file'): Promise<ReadProject> {
  const reading = await readFile({ name, bytes })
  if (reading.kind !== 'project') throw new Error(`not a project: ${JSON.stringify(reading)}`)
  return reading
}

export const lossesOf = (lines: readonly ImportOutcome[]): Record<string, number> =>
  Object.fromEntries(lines.flatMap(({ part, lost }) => (part === null ? lost.map(({ code, count }) => [code, count]) : [])))

/** Rows of a table as they are, for comparing before and after. */
export const rowsOf = (db: ReadDb, sql: string): unknown[] => db.all(sql)
