/** The styles of a report: a serif to read, a sans for what is looked up, hairlines, one accent. Everything drawn refers to one of these, so that a house can restyle a report at one place. */
import { ACCENT, HAIR, INK, LINE, MUTED } from './colours.ts'
import { HAN, MONO, NASKH, SANS, SERIF } from './fonts.ts'
import { paragraphStyles } from './paragraph-styles.ts'
import { hex } from './runs.ts'
import { XML_HEAD } from './xml.ts'

/** `language`: of our own words, BCP 47. */
export const styles = (language: string): string =>
  `${XML_HEAD}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
  `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${SERIF}" w:hAnsi="${SERIF}" w:eastAsia="${HAN}" w:cs="${NASKH}"/><w:color w:val="${hex(INK)}"/><w:sz w:val="21"/><w:szCs w:val="23"/><w:lang w:val="${language}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
  `<w:pPrDefault><w:pPr><w:widowControl/><w:suppressAutoHyphens/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
  paragraphStyles() +
  characterStyles() +
  tableStyles() +
  '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style></w:styles>'

function characterStyles(): string {
  const style = (id: string, name: string, look: string): string =>
    `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="20"/><w:qFormat/><w:rPr>${look}</w:rPr></w:style>`
  const face = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`
  return (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
    style('Hyperlink', 'Hyperlink', `<w:color w:val="${hex(ACCENT)}"/><w:u w:val="single" w:color="${hex(HAIR)}"/>`) +
    style('Reference', 'Statement reference', `${face(SANS)}<w:b/><w:bCs/><w:noProof/>`) +
    style(
      'Dots',
      'Intensity',
      `<w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol"/><w:color w:val="${hex(MUTED)}"/><w:sz w:val="13"/><w:szCs w:val="13"/>`,
    ) +
    style('Covernumber', 'Cover number', `${face(SERIF)}<w:color w:val="${hex(INK)}"/><w:sz w:val="36"/><w:szCs w:val="36"/>`) +
    style('Code', 'Code', `${face(MONO)}<w:noProof/><w:sz w:val="17"/><w:szCs w:val="17"/>`) +
    style('CommentReference', 'annotation reference', '<w:sz w:val="14"/><w:szCs w:val="14"/>')
  )
}

function tableStyles(): string {
  const margin =
    '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="90" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>'
  const line = (side: string, size: number, colour: string): string =>
    `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${hex(colour)}"/>`
  return (
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="90" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
    `<w:style w:type="table" w:styleId="Reporttable"><w:name w:val="Report table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="40"/><w:qFormat/><w:tblPr><w:tblBorders>${line('top', 4, HAIR)}${line('bottom', 6, LINE)}${line('insideH', 4, HAIR)}</w:tblBorders>${margin}</w:tblPr>` +
    `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${line('top', 0, HAIR).replace('single', 'nil')}${line('bottom', 10, INK)}</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>` +
    `<w:style w:type="table" w:styleId="Reporttablenarrow"><w:name w:val="Report table, narrow"/><w:basedOn w:val="Reporttable"/><w:uiPriority w:val="40"/><w:qFormat/><w:tblPr><w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="50" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="50" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
    `<w:style w:type="table" w:styleId="Sides"><w:name w:val="Side by side"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="40"/><w:qFormat/></w:style>`
  )
}
