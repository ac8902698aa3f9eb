/** Small REFI-QDA projects, written here: a project file and the sources beside it, packed. */
import { strToU8, zipSync } from 'fflate'

export const guid = (n: number): string => `${String(n).padStart(8, '0')}-1111-4111-8111-111111111111`

export interface QdpxParts {
  origin?: string
  /** Inside Project. */
  inside?: string
  namespace?: string
  sources?: Readonly<Record<string, string | Uint8Array>>
  folder?: string
  projectFile?: string
  /** In place of the whole project file. */
  xml?: string | Uint8Array
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\r', '&#13;').replaceAll('\n', '&#10;')

export function projectXml({ origin = 'Other 1', inside = '', namespace = 'urn:QDA-XML:project:1.0' }: QdpxParts): string {
  return `<?xml version="1.0" encoding="utf-8"?><Project name="Harbour" origin="${escaped(origin)}" xmlns="${namespace}">${inside}</Project>`
}

export function qdpx(parts: QdpxParts): Uint8Array {
  const { sources = {}, folder = 'sources', projectFile = 'project.qde', xml = projectXml(parts) } = parts
  const bytes = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? strToU8(content) : content)
  return zipSync({
    [projectFile]: bytes(xml),
    ...Object.fromEntries(Object.entries(sources).map(([name, content]) => [`${folder}/${name}`, bytes(content)])),
  })
}

export const users = `<Users><User guid="${guid(1)}" name="Ada"/><User guid="${guid(2)}" name="Bo"/></Users>`
export const codes = (...inside: string[]): string => `<CodeBook><Codes>${inside.join('')}</Codes></CodeBook>`
export const code = (n: number, name: string, inside = ''): string =>
  `<Code guid="${guid(n)}" name="${escaped(name)}" isCodable="true" color="#ff0000">${inside}</Code>`
export const coding = (n: number, codeN: number, user = 1): string =>
  `<Coding guid="${guid(n)}" creatingUser="${guid(user)}"><CodeRef targetGUID="${guid(codeN)}"/></Coding>`

export interface Selected {
  n: number
  start: string | number
  end: string | number
  name?: string
  inside?: string
}
export const selection = ({ n, start, end, name = '', inside = '' }: Selected): string =>
  `<PlainTextSelection guid="${guid(n)}" name="${escaped(name)}" startPosition="${start}" endPosition="${end}">${inside}</PlainTextSelection>`
export const source = (n: number, path: string, inside = '', name = `Text ${n}`): string =>
  `<TextSource guid="${guid(n)}" name="${escaped(name)}" plainTextPath="${escaped(path)}">${inside}</TextSource>`
export const sources = (...inside: string[]): string => `<Sources>${inside.join('')}</Sources>`
