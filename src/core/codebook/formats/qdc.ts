/**
 * REFI-QDA codebooks (.qdc). Tags and issues become codes beneath two groups of our own that cannot be coded with; a reader of ours
 * knows the groups again. Definition and guidance share the description, under headings. Parties have no place in the format.
 */
import type { Hue } from '../../../shared/domain/codebook.ts'
import type { CodebookPart, CodebookProblem } from '../../../shared/domain/codebook-import.ts'
import { uidSchema } from '../../../shared/domain/ids.ts'
import { XmlText } from '../../exporters/refi/xml-text.ts'
import { colours } from '../../exporters/styles/palette.ts'
import { emptyFile, refused, type CodebookFile, type FileIssue, type FileTag, type ReadCodebook } from '../file.ts'
import { nearestHue } from './colour.ts'
import { joinGuidance, splitGuidance } from './guidance.ts'
import { parseXml, XmlRefused, type XmlElement } from './xml.ts'

/** The same in every file, so that our own files are known again whatever the groups are called. */
export const GROUPS = { tags: '6f2d3c0a-5b1e-4c57-9a44-8f0c7d1e2a31', issues: '6f2d3c0a-5b1e-4c57-9a44-8f0c7d1e2a32' } as const
const NAMESPACE = 'urn:QDA-XML:codebook:1.0'
type GroupNames = Record<'tags' | 'issues', string>
/** Rows by the path of the row above. */
type Children = ReadonlyMap<string, readonly (FileTag | FileIssue)[]>

/** `names` are the words for the two groups; `lost` counts characters that XML cannot hold. */
export function writeQdc(file: CodebookFile, names: GroupNames): { text: string; lost: number } {
  const xml = new XmlText()
  const codes = codeElements(file, names, xml)
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<CodeBook xmlns="${NAMESPACE}" origin="Parley">\n  <Codes>\n${codes.join('\n')}\n  </Codes>\n</CodeBook>\n`
  return { text, lost: xml.lost }
}

/** The codes of tags and issues, each beneath its group: the same in a codebook and in a project. */
export function codeElements(file: Pick<CodebookFile, 'tags' | 'issues'>, names: GroupNames, xml: XmlText): string[] {
  const code = (row: FileTag | FileIssue, children: Children, indent: string): string => {
    const beneath = children.get(JSON.stringify(row.path)) ?? []
    const description = joinGuidance(row)
    const attributes = {
      guid: row.uid ?? '',
      name: row.path.at(-1) ?? '',
      isCodable: 'true',
      color: row.hue ? colours(row.hue).strong : null,
    }
    const inside = [
      ...(description === '' ? [] : [`${indent}  ${xml.leaf('Description', description)}`]),
      ...beneath.map((child) => code(child, children, `${indent}  `)),
    ]
    const start = `${indent}<Code${xml.attributes(attributes)}`
    return inside.length === 0 ? `${start}/>` : `${start}>\n${inside.join('\n')}\n${indent}</Code>`
  }
  return (['tags', 'issues'] as const).flatMap((part) => {
    const rows = file[part]
    if (rows.length === 0) return []
    const children: Children = Map.groupBy<string, FileTag | FileIssue>(rows, (row) => JSON.stringify(row.path.slice(0, -1)))
    const inside = (children.get('[]') ?? []).map((row) => code(row, children, '      '))
    const group = xml.attributes({ guid: GROUPS[part], name: names[part], isCodable: 'false' })
    return [`    <Code${group}>\n${inside.join('\n')}\n    </Code>`]
  })
}

/** Codes outside our groups become `codesAs`. */
export function readQdc(text: string, codesAs: 'tags' | 'issues'): ReadCodebook {
  let root: XmlElement
  try {
    root = parseXml(text)
  } catch (error) {
    if (error instanceof XmlRefused) return refused(error.reason, { line: error.line })
    throw error
  }
  const book = root.name === 'CodeBook' ? root : root.children.find((child) => child.name === 'CodeBook')
  if (!book || !/^urn:QDA-XML:(codebook|project):/i.test(root.namespace)) return refused('not-a-codebook')
  const file = emptyFile('')
  const problems: CodebookProblem[] = []
  const visit = (code: XmlElement, part: 'tags' | 'issues', above: readonly string[]): void => {
    const name = (code.attributes.get('name') ?? '').trim().slice(0, 300)
    if (name === '') problems.push({ code: 'name-missing', details: { place: above.join(' › ') } })
    const path = name === '' ? [...above] : [...above, name]
    if (name !== '') file[part].push(rowOf(code, path, problems))
    for (const child of codesIn(code)) visit(child, part, path)
  }
  for (const code of codesIn(book.children.find((child) => child.name === 'Codes'))) {
    const group = groupOf(code)
    if (group === null) visit(code, codesAs, [])
    else for (const child of codesIn(code)) visit(child, group, [])
  }
  const sets = book.children.find((child) => child.name === 'Sets')?.children.length ?? 0
  if (sets > 0) problems.push({ code: 'sets', details: { count: sets } })
  return { file, problems }
}

const codesIn = (element: XmlElement | undefined): XmlElement[] => element?.children.filter((child) => child.name === 'Code') ?? []
/** Braces and case of a guid mean nothing. */
const guidOf = (code: XmlElement): string =>
  (code.attributes.get('guid') ?? '')
    .trim()
    .replaceAll(/^\{|\}$/g, '')
    .toLowerCase()

function groupOf(code: XmlElement): Extract<CodebookPart, 'tags' | 'issues'> | null {
  const guid = guidOf(code)
  return guid === GROUPS.tags ? 'tags' : guid === GROUPS.issues ? 'issues' : null
}

function rowOf(code: XmlElement, path: string[], problems: CodebookProblem[]): FileTag & FileIssue {
  const colour = code.attributes.get('color')
  const hue: Hue | null = colour === undefined ? null : nearestHue(colour)
  if (colour !== undefined && hue === null)
    problems.push({ code: 'colour', details: { name: path.join(' › '), colour: colour.slice(0, 40) } })
  const uid = uidSchema.safeParse(guidOf(code))
  const description = code.children.find((child) => child.name === 'Description')?.text ?? ''
  return {
    path,
    uid: uid.success ? uid.data : null,
    ...(hue !== null && { hue }),
    ...splitGuidance(description),
  }
}
