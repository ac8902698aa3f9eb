/** `webContents.printToPDF`, with Electron's options, on Chromium's. */
import type { PrintToPDFOptions } from 'electron'
import type { Session } from '../lib/cdp.ts'

/** Inches, portrait. */
const sizes: Record<string, [number, number]> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11],
}

/** The PDF's bytes. Throws for a page size Electron does not know. */
export async function printToPdf(page: Session, options: PrintToPDFOptions): Promise<Buffer> {
  const { pageSize = 'Letter', margins, ...same } = options
  const size = typeof pageSize === 'object' ? [pageSize.width, pageSize.height] : sizes[pageSize]
  if (!size) throw new Error(`Invalid pageSize ${JSON.stringify(pageSize)}`)
  const { data } = await page.send('Page.printToPDF', {
    landscape: same.landscape,
    displayHeaderFooter: same.displayHeaderFooter,
    printBackground: same.printBackground,
    scale: same.scale,
    paperWidth: size[0],
    paperHeight: size[1],
    marginTop: margins?.top,
    marginBottom: margins?.bottom,
    marginLeft: margins?.left,
    marginRight: margins?.right,
    pageRanges: same.pageRanges,
    headerTemplate: same.headerTemplate,
    footerTemplate: same.footerTemplate,
    preferCSSPageSize: same.preferCSSPageSize,
    generateTaggedPDF: same.generateTaggedPDF,
    generateDocumentOutline: same.generateDocumentOutline,
  })
  return Buffer.from(data, 'base64')
}
