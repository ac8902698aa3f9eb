/** REFI-QDA projects (.qdpx): an archive with one project file at its root, whatever that is called, and the sources beside it. */
import type { FileReader } from '../types.ts'
import { isProblem, openArchive } from '../zip/open-archive.ts'
import { readQde } from './qde.ts'
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
    ...(await refiProject(qde, archive, name.replace(/\.[^.]*$/, ''))),
  }
}
