/**
 * The printer of the browser host and the command line: a browser of the machine, started for each document and ended after it. In it no
 * script runs, and every request is failed, whatever the document says.
 */
import { ParleyError } from '../../../../shared/rpc/envelope.ts'
import type { Cancelling, Printer, PrintOptions } from '../../../../shared/rpc/printer.ts'
import type { DevtoolsPipe } from './devtools-pipe.ts'
import { wordOf } from './devtools-pipe.ts'
import { findBrowser, type FoundBrowser } from './find-browser.ts'
import { startBrowser } from './start-browser.ts'

/** Milliseconds for the largest document. */
const LONGEST = 10 * 60_000
/** Inches. */
const SHEETS = { a4: { paperWidth: 8.27, paperHeight: 11.69 }, letter: { paperWidth: 8.5, paperHeight: 11 } } as const
/** Bytes read of the finished document at once. */
const PIECE = 1 << 20

/** `find` and `longest` are for tests. */
export function browserPrinter(find: () => FoundBrowser = findBrowser, longest = LONGEST): Printer {
  return {
    async problem() {
      const found = find()
      return 'path' in found ? null : { code: 'no-printer', details: reason(found.missing) }
    },
    async print(html, options, signal) {
      const found = find()
      if (!('path' in found)) throw new ParleyError('no-printer', reason(found.missing))
      return printWith(found.path, html, options, signal, longest)
    },
  }
}

const reason = (missing: 'none' | 'variable'): Record<string, string> => (missing === 'variable' ? { reason: missing } : {})

async function printWith(path: string, html: string, options: PrintOptions, signal: Cancelling, longest: number): Promise<Uint8Array> {
  if (signal.aborted) throw new ParleyError('cancelled')
  const browser = await startBrowser(path).catch((error: unknown) => {
    throw new ParleyError('print-failed', {}, { cause: error })
  })
  let late = false
  const close = (): void => browser.pipe.close()
  const limit = setTimeout(() => {
    late = true
    close()
  }, longest)
  signal.addEventListener('abort', close)
  if (signal.aborted) close()
  try {
    return await printOver(browser.pipe, html, options)
  } catch (error) {
    if (signal.aborted) throw new ParleyError('cancelled')
    throw new ParleyError('print-failed', late ? { reason: 'too-long' } : {}, { cause: error })
  } finally {
    clearTimeout(limit)
    signal.removeEventListener('abort', close)
    await browser.end()
  }
}

async function printOver(pipe: DevtoolsPipe, html: string, { pageSize, isDraft = false }: PrintOptions): Promise<Uint8Array> {
  const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' })
  const sessionId = wordOf(await pipe.send('Target.attachToTarget', { targetId, flatten: true }), 'sessionId')
  const page = (method: string, params?: Readonly<Record<string, unknown>>): ReturnType<DevtoolsPipe['send']> =>
    pipe.send(method, params, sessionId)
  pipe.on('Fetch.requestPaused', ({ requestId }) => {
    // That the browser has gone meanwhile shows where its answer is waited for.
    page('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }).catch(() => undefined)
  })
  await page('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
  await page('Emulation.setScriptExecutionDisabled', { value: true })
  await page('Page.enable')
  const { frameTree } = (await page('Page.getFrameTree')) as unknown as { frameTree: { frame: { id: string } } } // as the protocol has it
  const loaded = pipe.next('Page.loadEventFired')
  // Without an address of its own, so that none can be in the document: no folder and no name of this machine.
  await Promise.all([loaded, page('Page.setDocumentContent', { frameId: frameTree.frame.id, html })])
  const printed = await page('Page.printToPDF', {
    ...SHEETS[pageSize],
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: !isDraft,
    generateDocumentOutline: !isDraft,
    transferMode: 'ReturnAsStream',
  })
  return readStream(page, wordOf(printed, 'stream'))
}

async function readStream(
  page: (method: string, params: Record<string, unknown>) => ReturnType<DevtoolsPipe['send']>,
  handle: string,
): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  for (;;) {
    const piece = await page('IO.read', { handle, size: PIECE })
    pieces.push(Buffer.from(wordOf(piece, 'data'), piece.base64Encoded === true ? 'base64' : 'utf8'))
    if (piece.eof === true) return Buffer.concat(pieces)
  }
}
