/**
 * The walls hold: for each rule of build/dependency-cruiser.ts a small tree with exactly one forbidden import is written and must be
 * caught under that rule's name; a tree that uses everything the architecture allows must pass.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { walls } from '../../../build/dependency-cruiser.ts'
import { checkBoundaries } from '../../../build/scripts/lib/boundaries.ts'

type Tree = Record<string, string>

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Packages as they lie in node_modules: enough for resolution, nothing more. */
const dependencies = ['zod', 'better-sqlite3']
const devDependencies = ['electron', 'react', 'jsdom']
const installed: Tree = {
  'package.json': JSON.stringify({
    name: 'walls',
    type: 'module',
    dependencies: Object.fromEntries(dependencies.map((name) => [name, '1.0.0'])),
    devDependencies: Object.fromEntries(devDependencies.map((name) => [name, '1.0.0'])),
  }),
  ...Object.fromEntries(
    [...dependencies, ...devDependencies].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, 'module.exports = {}\n'],
    ]),
  ),
}

/** A tree in which every kind of allowed import occurs. */
const clean: Tree = {
  ...installed,
  'src/shared/rpc/contract.ts': `import { z } from 'zod'\nimport { party } from '../domain/party.ts'\nexport const contract = { z, party }\n`,
  'src/shared/rpc/client.ts': `export interface Client { call(name: string): Promise<unknown> }\n`,
  'src/shared/domain/party.ts': `export const party = 'party'\n`,
  'src/core/store/database.ts': `import Database from 'better-sqlite3'\nimport { join } from 'node:path'\nexport const open = () => new Database(join('.', 'x'))\n`,
  'src/core/app.ts': `import { open } from './store/database.ts'\nimport { party } from '../shared/domain/party.ts'\nexport const app = [open, party]\n`,
  'src/main/index.ts': `import { app } from 'electron'\nimport { app as core } from '../core/app.ts'\nexport default [app, core]\n`,
  'src/server/index.ts': `import { createServer } from 'node:http'\nimport { app } from '../core/app.ts'\nexport default [createServer, app]\n`,
  'src/cli/index.ts': `import { app } from '../core/app.ts'\nexport const serve = () => import('../server/index.ts')\nexport default app\n`,
  'src/preload/index.ts': `import { contextBridge } from 'electron'\nimport type { Client } from '../shared/rpc/client.ts'\nexport const bridge = (client: Client) => contextBridge.exposeInMainWorld('parley', client)\n`,
  'src/renderer/app/shell.tsx': `import { Reader } from '../features/reader/reader.tsx'\nexport const Shell = () => <Reader />\n`,
  'src/renderer/features/reader/reader.tsx': `import { useState } from 'react'\nimport { Button } from '../../ui/button.tsx'\nimport { party } from '../../../shared/domain/party.ts'\nimport { zoom } from '../../stores/zoom.ts'\nimport en from '../../../../resources/locales/en.json' with { type: 'json' }\nexport const Reader = () => <Button label={String([useState, party, zoom, en])} />\n`,
  'src/renderer/features/compare/matrix.tsx': `export const Matrix = () => null\n`,
  'src/renderer/stores/zoom.ts': `export const zoom = 1\n`,
  'src/renderer/lib/format.ts': `export const format = String\n`,
  'src/renderer/ui/button.tsx': `import styles from './button.module.css'\nexport const Button = ({ label }: { label: string }) => <button className={styles.root}>{label}</button>\n`,
  'src/renderer/ui/button.module.css': `.root { color: inherit }\n`,
  'resources/locales/en.json': '{}\n',
  'test/helper.ts': `export const helper = 1\n`,
}

/** Rule → files to add to (or put over) the clean tree; each list holds trees of which every one must be caught. */
const planted: Record<string, Tree[]> = {
  'shared-imports-zod-only': [
    { 'src/shared/bad.ts': `import { join } from 'node:path'\nexport default join\n` },
    { 'src/shared/bad.ts': `import { app } from '../core/app.ts'\nexport default app\n` },
    { 'src/shared/bad.ts': `import { useState } from 'react'\nexport default useState\n` },
    { 'src/shared/bad.ts': `import type { JSDOM } from 'jsdom'\nexport type X = JSDOM\n` },
  ],
  'core-imports-core-and-shared': [
    { 'src/core/bad.ts': `import { Matrix } from '../renderer/features/compare/matrix.tsx'\nexport default Matrix\n` },
    { 'src/core/bad.ts': `import server from '../server/index.ts'\nexport default server\n` },
    { 'src/core/bad.ts': `export * from '../main/index.ts'\n` },
    { 'src/core/bad.ts': `export const late = () => import('../cli/index.ts')\n` },
  ],
  'core-without-screen': [
    { 'src/core/bad.ts': `import { app } from 'electron'\nexport default app\n` },
    { 'src/core/bad.ts': `import type { ReactNode } from 'react'\nexport type X = ReactNode\n` },
  ],
  'sqlite-in-store-only': [
    { 'src/core/handlers/bad.ts': `import Database from 'better-sqlite3'\nexport default Database\n` },
    { 'src/server/bad.ts': `import type Database from 'better-sqlite3'\nexport type X = Database\n` },
    { 'src/main/bad.ts': `export const late = () => import('better-sqlite3')\n` },
  ],
  'hosts-import-app-and-shared': [
    { 'src/main/bad.ts': `import { open } from '../core/store/database.ts'\nexport default open\n` },
    { 'src/server/bad.ts': `import { open } from '../core/store/database.ts'\nexport default open\n` },
    { 'src/cli/bad.ts': `export { open } from '../core/store/database.ts'\n` },
  ],
  'main-stays-apart': [{ 'src/main/bad.ts': `import server from '../server/index.ts'\nexport default server\n` }],
  'server-stays-apart': [
    { 'src/server/bad.ts': `import { Matrix } from '../renderer/features/compare/matrix.tsx'\nexport default Matrix\n` },
  ],
  'cli-stays-apart': [
    { 'src/cli/bad.ts': `export const late = () => import('../server/guard.ts')\n`, 'src/server/guard.ts': `export default 1\n` },
    { 'src/cli/bad.ts': `import main from '../main/index.ts'\nexport default main\n` },
  ],
  'cli-starts-server-on-demand': [{ 'src/cli/bad.ts': `import server from '../server/index.ts'\nexport default server\n` }],
  'electron-in-main-and-preload-only': [
    { 'src/renderer/lib/bad.ts': `import { ipcRenderer } from 'electron'\nexport default ipcRenderer\n` },
    { 'src/server/bad.ts': `import type { App } from 'electron'\nexport type X = App\n` },
    { 'src/cli/bad.ts': `export const late = () => import('electron')\n` },
  ],
  'preload-imports-rpc-only': [
    { 'src/preload/bad.ts': `import { party } from '../shared/domain/party.ts'\nexport default party\n` },
    { 'src/preload/bad.ts': `import { readFileSync } from 'node:fs'\nexport default readFileSync\n` },
    { 'src/preload/bad.ts': `import { z } from 'zod'\nexport default z\n` },
  ],
  'renderer-imports-shared-only': [
    { 'src/renderer/lib/bad.ts': `import { app } from '../../core/app.ts'\nexport default app\n` },
    { 'src/renderer/lib/bad.ts': `import type { open } from '../../core/store/database.ts'\nexport type X = typeof open\n` },
    { 'src/renderer/lib/bad.ts': `import bridge from '../../preload/index.ts'\nexport default bridge\n` },
  ],
  'renderer-without-node': [
    { 'src/renderer/lib/bad.ts': `import { join } from 'node:path'\nexport default join\n` },
    { 'src/renderer/features/reader/bad.ts': `import { join } from 'path'\nexport default join\n` },
  ],
  'features-apart': [
    { 'src/renderer/features/reader/bad.tsx': `import { Matrix } from '../compare/matrix.tsx'\nexport default Matrix\n` },
    { 'src/renderer/features/compare/bad.tsx': `import type { Reader } from '../reader/reader.tsx'\nexport type X = typeof Reader\n` },
  ],
  'features-below-app': [
    { 'src/renderer/features/compare/bad.tsx': `import { Shell } from '../../app/shell.tsx'\nexport default Shell\n` },
  ],
  'base-below-features': [
    { 'src/renderer/stores/bad.ts': `import { Matrix } from '../features/compare/matrix.tsx'\nexport default Matrix\n` },
    { 'src/renderer/lib/bad.ts': `import { Shell } from '../app/shell.tsx'\nexport default Shell\n` },
    { 'src/renderer/ui/bad.ts': `import { Matrix } from '../features/compare/matrix.tsx'\nexport default Matrix\n` },
  ],
  'ui-knows-no-domain': [
    { 'src/renderer/ui/bad.ts': `import { party } from '../../shared/domain/party.ts'\nexport default party\n` },
    { 'src/renderer/ui/bad.ts': `import { zoom } from '../stores/zoom.ts'\nexport default zoom\n` },
  ],
  'src-stands-alone': [{ 'src/core/bad.ts': `import { helper } from '../../test/helper.ts'\nexport default helper\n` }],
  'shipped-packages-only': [{ 'src/core/bad.ts': `import { JSDOM } from 'jsdom'\nexport default JSDOM\n` }],
  'no-circles': [
    {
      'src/core/one.ts': `import { two } from './two.ts'\nexport const one = () => two\n`,
      'src/core/two.ts': `import { one } from './one.ts'\nexport const two = () => one\n`,
    },
  ],
  'nothing-missing': [{ 'src/core/bad.ts': `import { gone } from './gone.ts'\nexport default gone\n` }],
}

function plant(tree: Tree): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-walls-'))
  folders.push(folder)
  for (const [path, content] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

test('a tree that keeps to the architecture passes', async () => {
  const { modules, violations } = await checkBoundaries(plant(clean))
  expect(violations).toEqual([])
  expect(modules).toBe(Object.keys(clean).filter((path) => path.startsWith('src/')).length)
})

test('every wall has a planted violation', () => {
  expect(Object.keys(planted).toSorted()).toEqual(walls.map((wall) => wall.name).toSorted())
})

describe.each(Object.entries(planted))('%s', (rule, trees) => {
  test.each(trees.map((tree) => [Object.values(tree)[0]?.split('\n')[0] ?? '', tree] as const))('catches: %s', async (_line, tree) => {
    const { violations } = await checkBoundaries(plant({ ...clean, ...tree }))
    expect(violations.map((violation) => violation.rule)).toContain(rule)
  })
})
