/**
 * `npm run types`: type-checks each runtime with its own globals (build/tsconfig), so that a DOM name in the core or a Node name in the
 * renderer does not compile. Arguments choose projects: `npm run types -- renderer shared`.
 */
import { at, filesBelow } from './lib/paths.ts'
import { runTool } from './lib/run.ts'

/** Each project and the folders it covers. */
export const projects: Record<string, string[]> = {
  shared: ['src/shared'],
  node: ['src/core', 'src/main', 'src/server', 'src/cli'],
  preload: ['src/preload'],
  renderer: ['src/renderer'],
  test: ['test', 'build'],
}

export async function run(args: string[]): Promise<number> {
  const unknown = args.find((name) => !(name in projects))
  if (unknown !== undefined) throw new Error(`there is no project "${unknown}"; there are ${Object.keys(projects).join(', ')}`)
  let worst = 0
  for (const [name, folders] of Object.entries(projects)) {
    if (args.length > 0 && !args.includes(name)) continue
    // tsc refuses a project without a single file.
    if (!folders.some((folder) => filesBelow(at(folder)).some((file) => /\.tsx?$/.test(file)))) continue
    const memory = ['--incremental', '--tsBuildInfoFile', at(`node_modules/.cache/parley/${name}.tsbuildinfo`)]
    const look = ['--pretty', process.stdout.isTTY ? 'true' : 'false']
    const code = await runTool('typescript/bin/tsc', ['-p', `build/tsconfig/${name}.json`, ...memory, ...look])
    if (code !== 0) console.error(`types: the project "${name}" does not compile`)
    worst ||= code
  }
  return worst
}
