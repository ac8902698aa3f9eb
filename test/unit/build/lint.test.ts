/**
 * The lint rules that guard security and the architecture are really on: each planted line must be reported under its rule, in the part
 * of the tree for which it is meant, and must pass where it is allowed.
 */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { at } from '../../../build/scripts/lib/paths.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-lint-'))
const found = new Map<string, string[]>()

/** File → its content and the rules expected for it; an empty list means: must pass. */
const planted: Record<string, { code: string; rules: string[] }> = {
  'src/core/electron.ts': { code: `import { app } from 'electron'\nexport const name = app.getName()\n`, rules: ['no-restricted-imports'] },
  'src/renderer/electron.ts': {
    code: `import { ipcRenderer } from 'electron'\nexport const send = ipcRenderer.send\n`,
    rules: ['no-restricted-imports'],
  },
  'src/main/electron.ts': { code: `import { app } from 'electron'\nexport const name = app.getName()\n`, rules: [] },
  'src/main/ready.ts': {
    code: `import { app } from 'electron'\nawait app.whenReady()\nexport const ready = true\n`,
    rules: ['no-top-level-await'],
  },
  'src/main/log.ts': { code: `export const say = (): void => console.log('text of an article')\n`, rules: ['no-console'] },
  'src/cli/log.ts': { code: `export const say = (): void => console.log('for the terminal')\n`, rules: [] },
  'src/renderer/html.ts': {
    code: `export const put = (node: Element, html: string): void => {\n  node.innerHTML = html\n}\n`,
    rules: ['no-restricted-properties'],
  },
  'src/renderer/danger.tsx': {
    code: `export const Bad = ({ html }: { html: string }) => <p dangerouslySetInnerHTML={{ __html: html }} />\n`,
    rules: ['no-danger'],
  },
  'src/renderer/eval.ts': { code: `export const run = (code: string): unknown => eval(code)\n`, rules: ['no-eval'] },
  'src/renderer/function.ts': { code: `export const make = (code: string) => new Function(code)\n`, rules: ['no-implied-eval'] },
  'src/renderer/image.tsx': { code: `export const Picture = () => <img src="x.png" />\n`, rules: ['alt-text'] },
  'src/renderer/hook.tsx': {
    code: `import { useState } from 'react'\nexport const useMaybe = (yes: boolean) => {\n  if (yes) useState(1)\n  return yes\n}\n`,
    rules: ['rules-of-hooks'],
  },
  'src/core/any.ts': { code: `export const same = (value: any): unknown => value\n`, rules: ['no-explicit-any'] },
  'src/core/ignore.ts': { code: `// @ts-ignore: no\nexport const one: string = 1\n`, rules: ['ban-ts-comment'] },
  'src/core/floating.ts': {
    code: `const later = async (): Promise<number> => 1\nexport const go = (): void => {\n  later()\n}\n`,
    rules: ['no-floating-promises'],
  },
  'src/core/plain.ts': { code: `export const one = 1\n`, rules: [] },
}

beforeAll(async () => {
  const files = {
    'tsconfig.json': JSON.stringify({
      extends: at('build/tsconfig/base.json'),
      compilerOptions: { lib: ['ES2024', 'DOM'], jsx: 'react-jsx' },
      include: ['src'],
    }),
  }
  const sources = Object.fromEntries(Object.entries(planted).map(([path, { code }]) => [path, code]))
  for (const [path, content] of Object.entries({ ...files, ...sources })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  symlinkSync(at('node_modules'), join(folder, 'node_modules'), 'junction')
  const args = [at('node_modules/oxlint/bin/oxlint'), '-c', at('build/oxlint.json'), '--type-aware', '--format', 'unix', 'src']
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: folder, encoding: 'utf8' }, (_error, stdout) => resolve(stdout))
  })
  for (const line of output.split('\n')) {
    const [, path, rule] = /(src\/[^:]+):\d+:\d+: .*\(([\w-]+)\)\]$/.exec(line) ?? []
    if (path !== undefined && rule !== undefined) found.set(path, [...(found.get(path) ?? []), rule])
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(Object.entries(planted))('%s', (path, { rules }) => {
  const reported = found.get(path) ?? []
  if (rules.length === 0) expect(reported).toEqual([])
  else expect(reported).toEqual(expect.arrayContaining(rules))
})
