/**
 * The import walls of the architecture, as rules for dependency-cruiser. `npm run boundaries` checks src/ against them, and
 * test/unit/build/boundaries.test.ts plants a violation of each and expects it to be caught.
 *
 * Each part lists what it may reach; anything else is an error. Paths are relative to the root of the repository. A package that is not
 * installed keeps its bare name, so package rules accept both forms.
 */
import type { ICruiseOptions, IRegularForbiddenRuleType, IResolveOptions } from 'dependency-cruiser'

type Wall = IRegularForbiddenRuleType & { name: string; comment: string }

/** Matches a package by name, installed or not. */
const packages = (...names: string[]): string[] => names.map((name) => `(^|/)node_modules/${name}/|^${name}(/|$)`)

/** One wall: files matching `from` may import only `allowed`. */
const only = (name: string, from: string, allowed: string[], comment: string): Wall => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { pathNot: allowed },
})

/** One ban: files matching `from` may not import what `to` describes. */
const never = (name: string, from: Wall['from'], to: Wall['to'], comment: string): Wall => ({ name, severity: 'error', comment, from, to })

/** Ours, as against packages and Node's own modules. */
const src = '^src/'

export const walls: Wall[] = [
  only(
    'shared-imports-zod-only',
    '^src/shared/',
    ['^src/shared/', ...packages('zod')],
    'shared runs anywhere: it may import only zod and itself.',
  ),

  never(
    'core-imports-core-and-shared',
    { path: '^src/core/' },
    { path: src, pathNot: '^src/(core|shared)/' },
    'core knows no host and no screen: of our own code it may import only core and shared.',
  ),
  never(
    'core-without-screen',
    { path: '^src/core/' },
    { path: packages('electron', 'react', 'react-dom', 'react-[a-z-]+', '@tanstack/[a-z-]+', 'zustand', 'lucide-react') },
    'core knows neither Electron nor the DOM.',
  ),
  never(
    'sqlite-in-store-only',
    { path: src, pathNot: '^src/core/store/' },
    { path: packages('better-sqlite3') },
    'only src/core/store touches SQLite.',
  ),

  never(
    'hosts-import-app-and-shared',
    { path: '^src/(main|server|cli)/' },
    { path: '^src/core/', pathNot: '^src/core/app[.]ts$' },
    'hosts reach the core through src/core/app.ts only.',
  ),
  never(
    'main-stays-apart',
    { path: '^src/main/' },
    { path: '^src/(preload|server|cli|renderer)/' },
    'main imports core/app and shared, no other host and no screen.',
  ),
  never(
    'server-stays-apart',
    { path: '^src/server/' },
    { path: '^src/(main|preload|cli|renderer)/' },
    'server imports core/app and shared, no other host and no screen.',
  ),
  never(
    'cli-stays-apart',
    { path: '^src/cli/' },
    { path: '^src/(main|preload|server|renderer)/', pathNot: '^src/server/index[.]ts$' },
    'cli imports core/app and shared, no other host and no screen.',
  ),
  never(
    'cli-starts-server-on-demand',
    { path: '^src/cli/' },
    { path: '^src/server/index[.]ts$', dynamic: false },
    '`parley serve` may load the browser host by its one entry, and only when asked to: by import().',
  ),

  never(
    'electron-in-main-and-preload-only',
    { path: src, pathNot: '^src/(main|preload)/' },
    { path: packages('electron') },
    'only main and preload may import electron.',
  ),
  only(
    'preload-imports-rpc-only',
    '^src/preload/',
    ['^src/preload/', '^src/shared/rpc/', ...packages('electron')],
    'preload is a few functions: it may import electron and the types of shared/rpc.',
  ),

  never(
    'renderer-imports-shared-only',
    { path: '^src/renderer/' },
    { path: src, pathNot: '^src/(renderer|shared)/' },
    'of our own code the renderer may import only itself and shared.',
  ),
  never('renderer-without-node', { path: '^src/renderer/' }, { dependencyTypes: ['core'] }, 'the renderer is a web page: no Node modules.'),

  never(
    'features-apart',
    { path: '^src/renderer/features/([^/]+)/' },
    { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
    'no feature imports another: share through stores, lib or ui.',
  ),
  never(
    'features-below-app',
    { path: '^src/renderer/features/' },
    { path: '^src/renderer/app/' },
    'app knows the features, not the other way round.',
  ),
  never(
    'base-below-features',
    { path: '^src/renderer/(stores|lib|ui)/' },
    { path: '^src/renderer/(app|features)/' },
    'stores, lib and ui know no feature.',
  ),
  never(
    'ui-knows-no-domain',
    { path: '^src/renderer/ui/' },
    { path: '^src/(renderer/stores|shared/(domain|rpc))/' },
    'ui knows no domain word: it imports neither stores nor the domain.',
  ),

  never('src-stands-alone', { path: src }, { path: '^(test|build|out)/' }, 'src imports neither tests nor build scripts.'),
  never(
    'shipped-packages-only',
    { path: '^src/(shared|core|main|server|cli)/' },
    {
      dependencyTypes: ['npm-dev', 'npm-optional', 'npm-no-pkg', 'npm-unknown'],
      dependencyTypesNot: ['type-only'],
      pathNot: packages('electron'),
    },
    'what runs in Node is shipped with its packages: they belong in "dependencies".',
  ),
  never(
    'no-circles',
    { path: src },
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    'modules that import each other cannot be understood or tested apart.',
  ),
  never('nothing-missing', { path: src }, { couldNotResolve: true }, 'the imported file or package does not exist.'),
]

export const options: ICruiseOptions = {
  parser: 'swc',
  tsPreCompilationDeps: true,
  doNotFollow: { path: '(^|/)node_modules/' },
  exclude: { path: '[.]d[.]ts$' },
  moduleSystems: ['es6', 'cjs'],
}

/** How an import finds its file: relative imports carry their extension; packages are looked up as Node does. */
export const resolution: Partial<IResolveOptions> = {
  extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css', '.svg', '.woff2'],
  exportsFields: ['exports'],
  conditionNames: ['import', 'node', 'require', 'browser', 'default', 'types'],
  mainFields: ['module', 'main', 'types', 'typings'],
}
