/**
 * The parts of a DOCX: found by relationships, as Word does. Targets outside of the package (templates, linked pictures, objects) are
 * listed and never looked at.
 */
import type { ImportProblem } from '../types.ts'
import { walkXml } from '../xml/walk.ts'
import { isProblem, openArchive, type Archive } from '../zip/open-archive.ts'

export interface Relationship {
  readonly id: string
  /** Last word of its type: "officeDocument", "hyperlink", "attachedTemplate". */
  readonly type: string
  /** Name of a part, or, where `external`, an address as it stands there. */
  readonly target: string
  readonly external: boolean
}

export interface DocxPackage {
  readonly archive: Archive
  /** Name of the main part. */
  readonly main: string
  readonly relationships: readonly Relationship[]
  /** The bytes of the first part that the main part names by this type; null where there is none. */
  part(type: string): Promise<Uint8Array | ImportProblem | null>
}

const RELATIONSHIPS = 20_000

/** Opens a DOCX as far as its list of parts. Never rejects. */
export async function openDocx(bytes: Uint8Array): Promise<DocxPackage | ImportProblem> {
  const archive = await openArchive(bytes)
  if (isProblem(archive)) return archive
  const roots = await relationshipsOf(archive, '')
  if (isProblem(roots)) return roots
  const main = roots.find(({ type, external }) => type === 'officeDocument' && !external)?.target ?? 'word/document.xml'
  if (!archive.has(main)) return { code: 'damaged', details: { reason: 'missing', entry: main } }
  const relationships = await relationshipsOf(archive, main)
  if (isProblem(relationships)) return relationships
  return {
    archive,
    main,
    relationships,
    part: async (type) => {
      const target = relationships.find((one) => one.type === type && !one.external)?.target
      return target !== undefined && archive.has(target) ? archive.read(target) : null
    },
  }
}

/** What a part names; '' is the package itself. */
export async function relationshipsOf(archive: Archive, part: string): Promise<Relationship[] | ImportProblem> {
  const cut = part.lastIndexOf('/') + 1
  const folder = part.slice(0, cut)
  const name = `${folder}_rels/${part.slice(cut)}.rels`
  if (!archive.has(name)) return []
  const bytes = await archive.read(name)
  if (isProblem(bytes)) return bytes
  const found: Relationship[] = []
  const problem = walkXml(bytes, {
    open: (element) => {
      if (element.local !== 'Relationship' || found.length >= RELATIONSHIPS) return
      const target = element.attr('Target') ?? ''
      const external = /^external$/i.test(element.attr('TargetMode') ?? '')
      found.push({
        id: element.attr('Id') ?? '',
        type: (element.attr('Type') ?? '').split('/').at(-1) ?? '',
        target: external ? target : partName(folder, target),
        external,
      })
    },
  })
  return problem ?? found
}

/** The part that a target names, seen from a folder. */
function partName(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target
  const parts: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.' && step !== '') parts.push(step)
  }
  return parts.join('/')
}
