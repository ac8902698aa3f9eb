/** A real library, and projects brought into it as the import job does it. */
import { finish } from '../../../../src/core/anchoring/in-turns.ts'
import { seedCodebook } from '../../../../src/core/seed.ts'
import { readFile } from '../../../../src/core/importers/read-file.ts'
import type { ProjectArticle } from '../../../../src/core/importers/project.ts'
import type { ReadProject } from '../../../../src/core/importers/types.ts'
import { importProject, type ProjectItem } from '../../../../src/core/projects/import-project.ts'
import { previewProject } from '../../../../src/core/projects/preview.ts'
import type { LibraryFile } from '../../../../src/core/store/library-file.ts'
import type { ReadDb } from '../../../../src/core/store/types.ts'
import type { ProjectPreview } from '../../../../src/shared/domain/import-project.ts'
import type { ImportOutcome } from '../../../../src/shared/domain/import-report.ts'
import { newLibrary } from '../../../store/helpers/library.ts'

export interface TestLibrary {
  readonly library: LibraryFile
  readonly db: ReadDb
  bring(reading: ReadProject, item?: Partial<ProjectItem>, signal?: AbortSignal, hooks?: Partial<Hooks>): Promise<ImportOutcome[]>
  preview(reading: ReadProject, item?: Partial<ProjectItem>): ProjectPreview
}

/** What happens between the steps of an import, before the lines of one are in, and when one failed. */
export interface Hooks {
  between(done: number): void
  saying(lines: readonly ImportOutcome[]): void
  failed(error: unknown): void
}

/** Two texts so long that each is stored in a step of its own: what follows them is not in the first. */
export function behindLongTexts(reading: ReadProject): ReadProject {
  const none = { outlet: null, author: null, published: null, url: null, language: null, direction: 'ltr' } as const
  const long = (title: string): ProjectArticle => ({
    ...none,
    key: title,
    uid: null,
    title,
    text: `${title} ${'and so on. '.repeat(110_000)}`,
  })
  return { ...reading, project: { ...reading.project, articles: [long('First'), long('Second'), ...reading.project.articles] } }
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
    bring: async (reading, item = {}, signal = new AbortController().signal, hooks = {}) => {
      const said: ImportOutcome[] = []
      const lines = await importProject(
        session,
        library,
        reading,
        { name: 'project', ...item },
        {
          signal,
          step: async (done) => hooks.between?.(done),
          report: (_, more) => {
            hooks.saying?.(more)
            said.push(...more)
          },
          failed:
            hooks.failed ??
            ((error) => {
              throw error
            }),
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
