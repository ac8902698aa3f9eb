/** How cells look: a calm head with a line beneath it, everything at the top of its row, long texts in lines. */

/** Places in the list of cell formats below. */
export const STYLE = { plain: 0, head: 1, top: 2, lines: 3, date: 4, quoted: 5, quotedLines: 6, link: 7 } as const

const xf = (attributes: string, alignment: string): string =>
  `<xf xfId="0" ${attributes} applyAlignment="1"><alignment vertical="top"${alignment}/></xf>`
const WRAP = ' wrapText="1"'

export const STYLES_XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<fonts count="3">
<font><sz val="11"/><color rgb="FF1C1B19"/><name val="Calibri"/><family val="2"/></font>
<font><b/><sz val="11"/><color rgb="FF1C1B19"/><name val="Calibri"/><family val="2"/></font>
<font><u/><sz val="11"/><color rgb="FF1F4E79"/><name val="Calibri"/><family val="2"/></font>
</fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEFECE4"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="medium"><color rgb="FF1F4E79"/></bottom><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="8">
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
${xf('numFmtId="0" fontId="0" fillId="0" borderId="0"', '')}
${xf('numFmtId="0" fontId="0" fillId="0" borderId="0"', WRAP)}
${xf('numFmtId="164" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"', ' horizontal="left"')}
${xf('numFmtId="0" fontId="0" fillId="0" borderId="0" quotePrefix="1"', '')}
${xf('numFmtId="0" fontId="0" fillId="0" borderId="0" quotePrefix="1"', WRAP)}
${xf('numFmtId="0" fontId="2" fillId="0" borderId="0" applyFont="1"', '')}
</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>
`
