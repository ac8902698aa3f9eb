/**
 * Constructs that would open the app to a foreign text may stand only where this list says why. An entry names the file and the whole line,
 * so that a second use, or a changed one, has to be argued for anew; an entry that fits nothing any more fails too.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

const forbidden: Record<string, RegExp> = {
  'web security switched off': /webSecurity\W+false/,
  'Node in a page': /nodeIntegration/,
  'a page without a sandbox': /\bsandbox\W+false|no-sandbox/,
  'a page without isolation': /contextIsolation\W+false/,
  'a webview': /<webview|allowpopups|webviewTag\W+true/,
  'Blink features': /enableBlinkFeatures|experimentalFeatures\W+true|allowRunningInsecureContent\W+true/,
  'code run in a page': /executeJavaScript\s*\(/,
  'code from text': /\beval\s*\(|new Function\b|set(Timeout|Interval)\s*\(\s*['"`]/,
  'markup from text':
    /dangerouslySetInnerHTML|(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe/,
  'an address opened outside': /openExternal\s*\(/,
  'a channel beside the wrapper': /ipcMain\b/,
  'Node’s IPC shown to the page': /ipcRenderer\b/,
  'eval allowed by policy': /unsafe-eval/,
  'inline script allowed by policy': /script-src[^;"]*unsafe-inline/,
  'a policy switched off': /bypassCSP/,
}

interface Allowed {
  file: string
  line: string
  reason: string
}

const allowed: Allowed[] = [
  { file: 'src/main/window.ts', line: 'nodeIntegration: false,', reason: 'switches it off' },
  { file: 'src/main/window.ts', line: 'nodeIntegrationInSubFrames: false,', reason: 'switches it off' },
  { file: 'src/main/window.ts', line: 'nodeIntegrationInWorker: false,', reason: 'switches it off' },
  { file: 'src/main/print.ts', line: 'nodeIntegration: false,', reason: 'switches it off in the hidden window that prints' },
  { file: 'src/main/print.ts', line: 'nodeIntegrationInSubFrames: false,', reason: 'switches it off in the hidden window that prints' },
  { file: 'src/main/print.ts', line: 'nodeIntegrationInWorker: false,', reason: 'switches it off in the hidden window that prints' },
  {
    file: 'src/core/exporters/pdf/browser/start-browser.ts',
    line: "const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []",
    reason:
      'only for root, as whom Chromium starts no other way; it shows one report of ours, with scripts switched off and every request failed',
  },
  {
    file: 'src/main/actions/links.ts',
    line: 'await shell.openExternal(address)',
    reason: 'after link-policy and a dialog with the whole address (A11)',
  },
  { file: 'src/main/ipc.ts', line: "import { ipcMain } from 'electron'", reason: 'this is the wrapper' },
  { file: 'src/main/ipc.ts', line: 'ipcMain.handle(name, async (event, ...args: unknown[]) => {', reason: 'this is the wrapper' },
  {
    file: 'src/preload/index.ts',
    line: "import { contextBridge, ipcRenderer } from 'electron'",
    reason: 'the bridge of three functions (A16)',
  },
  {
    file: 'src/preload/index.ts',
    line: "ipcRenderer.on('parley:event', (_event, message: unknown) => {",
    reason: 'passes the message on without the event',
  },
  {
    file: 'src/preload/index.ts',
    line: "call: (name, input) => ipcRenderer.invoke('parley:call', name, input) as Promise<unknown>,",
    reason: 'one fixed channel',
  },
  {
    file: 'src/preload/index.ts',
    line: "host: (action, input) => ipcRenderer.invoke('parley:host', action, input) as Promise<unknown>,",
    reason: 'one fixed channel',
  },
  {
    file: 'src/renderer/features/reports/report-preview.tsx',
    line: 'srcDoc={html} in sandbox="allow-same-origin"',
    reason: 'no script runs in it, and nothing else is allowed; the app asks how far it was scrolled and follows its links',
  },
]

const kinds = new Set(['.ts', '.tsx', '.js', '.mjs', '.cjs', '.html', '.svg'])

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return kinds.has(extname(entry.name)) ? [path] : []
  })
}

/** Comments are not code: what stands in one names the danger, it does not run. */
const isComment = (line: string): boolean => /^(\/\/|\/?\*)/.test(line)

interface Finding {
  file: string
  number: number
  line: string
  what: string
}

/** The rights of a frame of markup, as its tag on this line or near it names them; null where the line has no such frame. */
function rightsOfFrame(lines: readonly string[], index: number): string | null {
  if (!/\bsrcdoc\s*=/i.test(lines[index] ?? '')) return null
  const near = lines.slice(Math.max(0, index - 6), index + 7).join('\n')
  return /\bsandbox="[^"]*"/.exec(near)?.[0] ?? 'no sandbox'
}

function findings(file: string, text: string): Finding[] {
  const lines = text.split('\n')
  return lines.flatMap((raw, index) => {
    const line = raw.trim()
    if (isComment(line)) return []
    const rights = rightsOfFrame(lines, index)
    if (rights !== null && rights !== 'sandbox=""')
      return [{ file, number: index + 1, line: `${line} in ${rights}`, what: 'a frame of markup without an empty sandbox' }]
    return Object.entries(forbidden).flatMap(([what, pattern]) => (pattern.test(line) ? [{ file, number: index + 1, line, what }] : []))
  })
}

const isAllowed = ({ file, line }: Finding): boolean => allowed.some((entry) => entry.file === file && entry.line === line)

describe('S1 forbidden constructs', () => {
  const found = ['src', 'resources'].flatMap((folder) =>
    sources(join(root, folder)).flatMap((path) => findings(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8'))),
  )

  test('S1 stand only where the list allows them', () => {
    const refused = found
      .filter((finding) => !isAllowed(finding))
      .map(({ file, number, line, what }) => `${file}:${number}: ${what}: ${line}`)
    expect(refused).toEqual([])
  })

  test('S1 the list has no entry that fits nothing, and a reason for each', () => {
    const idle = allowed.filter((entry) => !found.some((finding) => finding.file === entry.file && finding.line === entry.line))
    expect(idle).toEqual([])
    for (const { reason } of allowed) expect(reason.length).toBeGreaterThan(10)
  })

  test('S1 a preview in a frame without rights is no finding', () => {
    expect(findings('src/planted.tsx', '<iframe\n  sandbox=""\n  srcDoc={html}\n/>')).toEqual([])
  })

  test.each([
    'webPreferences: { webSecurity: false }',
    'nodeIntegration: true,',
    'sandbox: false',
    'window.webContents.executeJavaScript(text)',
    'return eval(text)',
    "new Function('return 1')",
    '<div dangerouslySetInnerHTML={{ __html: text }} />',
    'element.innerHTML = text',
    'void shell.openExternal(url)',
    "ipcMain.on('any', run)",
    `"script-src 'self' 'unsafe-eval'"`,
    '<iframe srcDoc={html} />',
    '<iframe sandbox="allow-scripts" srcDoc={html} />',
    '<iframe sandbox="allow-same-origin" srcDoc={html} />',
  ])('S1 a planted %j is found', (line) => {
    expect(findings('src/planted.ts', `const a = 1\n  ${line}\n`)).toMatchObject([{ number: 2 }])
  })
})
