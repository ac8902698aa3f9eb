/** A QDPX as any program may open it: unpacked, and its project file as elements. */
import { unzipSync } from 'fflate'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseXml, type XmlElement } from '../../../../../src/core/codebook/formats/xml.ts'
import type { LibraryFile } from '../../../../../src/core/store/library-file.ts'
import type { ReadDb } from '../../../../../src/core/store/types.ts'
import { quoteContext } from '../../../../../src/shared/text/anchor.ts'
import type { ExportChoice } from '../../../../../src/core/exporters/interchange/types.ts'
import { runTool, toolPath } from '../../../../helpers/tools.ts'
import { tempFolder } from '../../../../store/helpers/library.ts'
import { corpus } from '../../../shared/text/corpus.ts'
import { CORRECTED, step } from '../../projects/library-source.ts'
import { choiceOf, exported } from '../interchange.ts'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export interface Opened {
  readonly bytes: Uint8Array
  readonly names: readonly string[]
  readonly xml: string
  readonly root: XmlElement
  text(name: string): string
}

export function opened(bytes: Uint8Array): Opened {
  const files = unzipSync(bytes)
  const text = (name: string): string => decoder.decode(files[name] ?? new Uint8Array())
  const xml = text('project.qde')
  return { bytes, names: Object.keys(files), xml, root: parseXml(xml), text }
}

export async function project(db: ReadDb, more: Partial<ExportChoice> = {}) {
  const { bytes, lost } = await exported(db, choiceOf('qdpx', more))
  return { ...opened(bytes), lost }
}

/** All elements of a name, in the order of the document. */
export function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
}
export const attribute = (element: XmlElement | undefined, name: string): string => element?.attributes.get(name) ?? ''
export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((one) => one.name === name)

/** What the schema says of a file; null where there is nothing to ask. */
export async function validity(xml: string, schema: 'Project-mrt2019.xsd' | 'Codebook.xsd'): Promise<string | null> {
  if (toolPath('xmllint') === null || corpus === null) return null
  const path = join(tempFolder(), 'file.xml')
  writeFileSync(path, xml)
  return runTool('xmllint', ['--noout', '--nonet', '--schema', join(corpus, 'refi-qda', schema), path]).then(
    () => 'valid',
    (error: unknown) => String(error),
  )
}

/** Says of an annotation of the corrected article that it stands in the present one, at the same place. */
export const reviewed = (library: LibraryFile, id: number): void =>
  step(library, (db) => {
    const at = db.get<{ start: number; end: number }>('SELECT start_u16 AS start, end_u16 AS end FROM annotation WHERE id = ?', [id])
    const { suffix } = quoteContext(CORRECTED, at?.start ?? 0, at?.end ?? 0)
    db.run(
      'UPDATE annotation SET suffix = ?, revision_id = (SELECT revision_id FROM article WHERE id = annotation.article_id) WHERE id = ?',
      [suffix, id],
    )
  })
