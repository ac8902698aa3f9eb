/** The parts of a workbook beside its sheets. Nothing of the clock, the machine or the person is in them. */
import { xstring } from './cell-xml.ts'
import { STYLES_XML } from './styles.ts'

export interface SheetPart {
  readonly name: string
  readonly columns: number
  readonly rows: number
  readonly hasLinks: boolean
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const RELS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>`

/** All parts that are known once the sheets are written, by name. `lastColumn`: letters of the last column of each sheet. */
export function partsXml(sheets: readonly SheetPart[], lastColumn: (sheet: SheetPart) => string, title: string): [string, string][] {
  const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`
  const names = sheets.flatMap((sheet, index) => [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${xstring(`${quoted(sheet.name)}!$A$1:$${lastColumn(sheet)}$${sheet.rows + 1}`)}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xstring(`${quoted(sheet.name)}!$1:$1`)}</definedName>`,
  ])
  const styles = sheets.length + 1
  return [
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}/relationships"><workbookPr/><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.map(({ name }, index) => `<sheet name="${xstring(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId${styles}" Type="${OFFICE}/relationships/styles" Target="styles.xml"/><Relationship Id="rId${styles + 1}" Type="${OFFICE}/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', STYLES_XML],
    [
      'docProps/core.xml',
      `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xstring(title)}</dc:title></cp:coreProperties>`,
    ],
    ['docProps/app.xml', `${HEAD}<Properties xmlns="${OFFICE}/extended-properties"><Application>Parley</Application></Properties>`],
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEETML}.sheet.main+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${SHEETML}.worksheet+xml"/>`).join('')}<Override PartName="/xl/sharedStrings.xml" ContentType="${SHEETML}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEETML}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`,
    ],
  ]
}
