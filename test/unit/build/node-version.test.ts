/**
 * B16: the entry to every script refuses an old Node before anything else is loaded, in one sentence that says what to do.
 * The old Node is played by a preloaded script that changes what the process says of itself.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { root } from '../../../build/scripts/lib/paths.ts'

const entry = join(root, 'build/run.mjs')
const folder = mkdtempSync(join(tmpdir(), 'parley-node-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function runEntry(version: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const pretend = join(folder, `${version}.cjs`)
  writeFileSync(pretend, `Object.defineProperty(process.versions, 'node', { value: ${JSON.stringify(version)} })\n`)
  return new Promise((resolve) => {
    execFile(process.execPath, ['--require', pretend, entry, ...args], { cwd: root, encoding: 'utf8' }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr })
    })
  })
}

describe('B16 an old Node is refused', () => {
  test.each(['12.22.12', '20.20.2', '22.17.1'])('B16 Node %s: one sentence with the fix, exit 1', async (version) => {
    const { code, stdout, stderr } = await runEntry(version, 'types')
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toContain(version)
    expect(stderr).toContain('22.18')
    expect(stderr).toContain('npm start')
  })

  test.each(['22.18.0', '23.6.0', '24.21.0'])('Node %s goes on to the command', async (version) => {
    const { code, stderr } = await runEntry(version, 'no-such-command')
    expect(code).toBe(1)
    expect(stderr).toContain('There is no command "no-such-command"')
  })

  test('the entry is plain enough for an old Node to parse', () => {
    const code = readFileSync(entry, 'utf8').replaceAll(/\/\*.*?\*\/|^\s*\/\/.*$/gms, '')
    // import() is the newest thing in it; a static import would be loaded before the version is looked at.
    expect(code).not.toMatch(/\?\.|\?\?|\|\|=|&&=|\bawait\b|#[a-z]/)
    expect(code).not.toMatch(/^\s*(import|export)\s+[^(]/m)
  })
})

test('an unknown command is answered with the list of commands', async () => {
  const { code, stderr } = await runEntry(process.versions.node, 'tset')
  expect(code).toBe(1)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  for (const command of ['start', 'sample', 'dev', 'build', 'test', 'lint', 'e2e', 'parley']) expect(stderr).toContain(command)
})

test('an error inside a command is one sentence, not a stack trace', async () => {
  const { code, stderr } = await runEntry(process.versions.node, 'types', 'no-such-project')
  expect(code).toBe(1)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(stderr).toContain('there is no project "no-such-project"')
})
