/** What is in a DOCX and not in its text: counted from the list of parts and relationships; none of it is opened to run or to fetch. */
import type { ImportLoss, ImportProblem } from '../types.ts'
import { walkXml } from '../xml/walk.ts'
import { isProblem } from '../zip/open-archive.ts'
import { wordName } from './docx-names.ts'
import type { DocxPackage } from './docx-package.ts'
import { relationshipsOf } from './docx-package.ts'

/** Schemes of links that lead to places on the web or to a mailbox. */
const HARMLESS = /^(?:https?:|mailto:|#|$)/i

/** All losses of a document, with those counted while its text was read. */
export async function docxLosses(docx: DocxPackage, counted: ReadonlyMap<string, number>): Promise<ImportLoss[] | ImportProblem> {
  const { archive, relationships } = docx
  const found = new Map(counted)
  const add = (code: string, count: number): void => {
    if (count > 0) found.set(code, (found.get(code) ?? 0) + count)
  }
  const comments = await docx.part('comments')
  if (comments !== null) {
    if (isProblem(comments)) return comments
    let count = 0
    const problem = walkXml(comments, { open: (element) => (count += wordName(element) === 'w:comment' ? 1 : 0) })
    if (problem) return problem
    add('comments', count)
  }
  const margins = new Set(
    relationships.filter(({ type, external }) => !external && /^(?:header|footer)$/.test(type)).map(({ target }) => target),
  )
  for (const name of margins) {
    const has = archive.has(name) ? await hasText(archive.read(name)) : false
    if (typeof has === 'object') return has
    add('headersFooters', has ? 1 : 0)
  }
  const settings = relationships.find(({ type, external }) => type === 'settings' && !external)?.target
  const ofSettings = settings === undefined ? [] : await relationshipsOf(archive, settings)
  if (isProblem(ofSettings)) return ofSettings
  const all = [...relationships, ...ofSettings]
  add('macros', archive.names.filter((name) => /(?:^|\/)vbaProject\.bin$/i.test(name)).length)
  add('embedded', archive.names.filter((name) => /(?:^|\/)embeddings\/|(?:^|\/)activeX\//i.test(name)).length)
  add('templates', all.filter(({ type, external }) => external && type === 'attachedTemplate').length)
  add('linkedFiles', all.filter(({ type, external }) => external && !/^(?:hyperlink|attachedTemplate)$/.test(type)).length)
  add('links', all.filter(({ type, external, target }) => external && type === 'hyperlink' && !HARMLESS.test(target)).length)
  return [...found].map(([code, count]) => ({ code, count }))
}

async function hasText(part: Promise<Uint8Array | ImportProblem>): Promise<boolean | ImportProblem> {
  const bytes = await part
  if (isProblem(bytes)) return bytes
  let takes = false
  let has = false
  const problem = walkXml(bytes, {
    open: (element) => (takes = wordName(element) === 'w:t'),
    text: (text) => (has ||= takes && text.trim() !== ''),
  })
  return problem ?? has
}
