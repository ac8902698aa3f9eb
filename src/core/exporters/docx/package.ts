/**
 * The parts of a Word file and the zip around them. No clock, no machine and no chance in it: entries in a fixed order, all with the same time;
 * no template, no macro, nothing outside but the links that were asked for.
 */
import { strToU8, zipSync, type Zippable } from 'fflate'
import type { Media } from './parts.ts'
import { XML_HEAD, xmlText } from './xml.ts'

/** The earliest that a zip can say, in local time as zips have it. */
const TIME = new Date(1980, 0, 1)
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Parts under word/ with their type; the others are the same in every file. */
const PARTS: readonly (readonly [path: string, type: string])[] = [
  ['document.xml', 'document.main'],
  ['styles.xml', 'styles'],
  ['settings.xml', 'settings'],
  ['fontTable.xml', 'fontTable'],
  ['numbering.xml', 'numbering'],
  ['comments.xml', 'comments'],
  ['header1.xml', 'header'],
  ['header2.xml', 'header'],
  ['footer1.xml', 'footer'],
  ['footer2.xml', 'footer'],
]

/** `parts`: by path under word/. */
export function zipped(
  parts: ReadonlyMap<string, string>,
  media: readonly Media[],
  about: { title: string; creator: string; asOf: string },
): Uint8Array {
  const entries: [string, Uint8Array][] = [
    ['[Content_Types].xml', strToU8(contentTypes())],
    ['_rels/.rels', strToU8(rootRelations())],
    [
      'docProps/app.xml',
      strToU8(
        `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Parley</Application></Properties>`,
      ),
    ],
    ['docProps/core.xml', strToU8(coreProperties(about))],
    ...[...parts].map(([path, xml]): [string, Uint8Array] => [`word/${path}`, strToU8(xml)]),
    ...media.map(({ path, bytes }): [string, Uint8Array] => [`word/${path}`, bytes]),
  ]
  const [first, ...others] = entries
  const ordered = [...(first === undefined ? [] : [first]), ...others.toSorted(([a], [b]) => (a < b ? -1 : 1))]
  const files: Zippable = Object.fromEntries(ordered)
  return zipSync(files, { level: 6, mtime: TIME })
}

const contentTypes = (): string =>
  `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="svg" ContentType="image/svg+xml"/>` +
  PARTS.map(([path, type]) => `<Override PartName="/word/${path}" ContentType="${CONTENT}.${type}+xml"/>`).join('') +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'

const rootRelations = (): string =>
  `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>`

function coreProperties({ title, creator, asOf }: { title: string; creator: string; asOf: string }): string {
  const day = `${asOf}T00:00:00Z`
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(creator)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}</dcterms:modified></cp:coreProperties>`
}

/** Settings: the way of today's Word, and comments shown. */
export const settingsPart = (): string =>
  `${XML_HEAD}<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`
