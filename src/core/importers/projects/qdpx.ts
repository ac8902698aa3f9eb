/** REFI-QDA projects (.qdpx): an archive with one project file at its root, whatever that is called, and the sources beside it. */
import { bytesHash } from '../fingerprint.ts'
import type { FileReader, ImportLoss } from '../types.ts'
import type { ForeignProject } from '../project.ts'
import { isProblem, openArchive, type Archive } from '../zip/open-archive.ts'
import { kept } from './losses.ts'
import { readQde } from './qde.ts'
import type { Qde } from './qde-model.ts'
import { readData, takeDataNotes } from './refi-data.ts'
import { withGroups } from './refi-groups.ts'
import { mergeRefi } from './refi-merge.ts'
import { refiProject } from './refi-project.ts'

export const read: FileReader = async ({ name, bytes }) => {
  const archive = await openArchive(bytes)
  if (isProblem(archive)) return { kind: 'problem', format: 'qdpx', problem: archive }
  const projects = archive.names.filter((entry) => /^[^/]+\.qde$/i.test(entry))
  const [project] = projects
  if (project === undefined || projects.length > 1)
    return {
      kind: 'problem',
      format: 'qdpx',
      problem: { code: 'damaged', details: { format: 'QDPX', reason: project === undefined ? 'no-project' : 'several-projects' } },
    }
  const xml = await archive.read(project)
  if (isProblem(xml)) return { kind: 'problem', format: 'qdpx', problem: xml }
  const qde = readQde(xml)
  if (isProblem(qde)) return { kind: 'problem', format: 'qdpx', problem: qde }
  return {
    kind: 'project',
    format: 'qdpx',
    mediaType: 'application/zip',
    ...(await projectOf(qde, archive, { name: name.replace(/\.[^.]*$/, ''), hash: bytesHash(xml) })),
  }
}

/** As Parley knows it where Parley wrote it; where another program has changed it since, as far as that left it; else as it stands there. */
async function projectOf(
  qde: Qde,
  archive: Archive,
  { name, hash }: { name: string; hash: string },
): Promise<{ project: ForeignProject; lost: readonly ImportLoss[] }> {
  const notes = takeDataNotes(qde)
  const there = await refiProject(qde, archive, name)
  const texts = new Map(there.project.articles.map(({ uid, text }) => [uid ?? '', text]))
  const data = await readData(notes, archive, texts)
  const plain = withGroups(there.project)
  if (data === null) return { ...there, project: plain }
  if (typeof data === 'string') return { project: plain, lost: [{ code: 'refi-data', count: 1, details: { reason: data } }, ...there.lost] }
  const { project: own, written, left } = data
  if (written === hash && left.length === 0) return { project: own, lost: [] }
  const merged = await mergeRefi(own, there, left)
  if (merged === null) return { project: plain, lost: [{ code: 'refi-data', count: 1, details: { reason: 'elsewhere' } }, ...there.lost] }
  return { project: merged.project, lost: kept([{ code: 'refi-changed', count: merged.changed }, ...merged.lost]) }
}
