/**
 * Entry of the stand-in: `node [--inspect=0] boot.ts <folder or file of the app> [arguments …]`, as Electron's executable takes them.
 * Makes `electron` resolve to our module, dresses the process as Electron's main process, evaluates the app's entry, then emits `ready`.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const patience = 5_000
const electronModule = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(\/(main|common))?$/.test(specifier)
      ? { url: electronModule, format: 'module', shortCircuit: true }
      : next(specifier, context),
})

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
}

function fail(message: string, code: number): never {
  console.error(message)
  process.exit(code)
}

const args = process.argv.slice(2)
const target = resolve(args.find((argument) => !argument.startsWith('-')) ?? '.')
if (!existsSync(target)) fail(`Unable to find Electron app at ${target}`, 1)
const isFolder = statSync(target).isDirectory()
const folder = isFolder ? target : process.cwd()
const main = isFolder ? readJson(join(target, 'package.json')).main : undefined
const entry = isFolder ? resolve(target, typeof main === 'string' ? main : 'index.js') : target
if (!existsSync(entry)) fail(`Unable to find Electron app at ${entry}`, 1)

process.env.STANDIN_APP = folder
process.argv = [process.argv[0] ?? process.execPath, ...args]
const electron = resolve(import.meta.dirname, '../../node_modules/electron')
Object.defineProperty(process.versions, 'electron', { value: readJson(join(electron, 'package.json')).version, enumerable: true })
Object.defineProperty(process.versions, 'chrome', { value: undefined, enumerable: true, writable: true })
// As in Electron, resources/ is that of the Electron distribution, not the app's: an app that is not packaged must not look there.
Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: join(electron, 'dist/resources') })

const { start } = await import('./main/lifecycle.ts')
// Electron emits `ready` only once the entry module has been evaluated: a top-level `await app.whenReady()` hangs there, so it fails here.
const slow = setTimeout(() => {
  fail(
    `stand-in: ${entry} is still being evaluated after ${patience / 1000} s. A top-level await on app.whenReady() never ends in Electron.`,
    70,
  )
}, patience)
await import(pathToFileURL(entry).href)
clearTimeout(slow)
await start()
