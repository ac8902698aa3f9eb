/**
 * The HostPort for browsers. What needs a dialog of the system, or a file manager, does not exist here and says so in its
 * answer; choosing files and keeping downloads is the browser's part (the renderer's HTTP bridge).
 */
import type { LibraryStatus } from '../shared/domain/library.ts'
import type { Core } from '../shared/rpc/core-control.ts'
import { ParleyError, type Envelope } from '../shared/rpc/envelope.ts'
import { hostActions, isHostAction, type HostAction, type HostOutput } from '../shared/rpc/host-port.ts'
import type { z } from 'zod'
import type { LibraryFolder } from './library-folder.ts'
import type { SettingsFile } from './settings-file.ts'

type Parsed<A extends HostAction> = z.output<(typeof hostActions)[A]['input']>
type Handlers = { [A in HostAction]: (input: Parsed<A>) => Promise<HostOutput<A>> }

export interface HostActions {
  has(action: string): boolean
  /** Parses the input, does the action, parses the answer. Throws ParleyError; `unknown-procedure` for a name that is not there. */
  run(action: string, input: unknown): Promise<Envelope>
}

export interface HostParts {
  core: Core
  libraries: LibraryFolder
  settings: SettingsFile
  version: string
  clock?: () => Date
}

export function createHostActions({ core, libraries, settings, version, clock = () => new Date() }: HostParts): HostActions {
  const { control } = core
  /** Opens at `path` and remembers it only when that went well. */
  const opened = async (path: string, open: (path: string) => Promise<LibraryStatus>): Promise<{ status: LibraryStatus }> => {
    const status = await open(path)
    await libraries.remember(path)
    return { status }
  }
  const handlers: Handlers = {
    'host.info': async () => ({ kind: 'browser', version, platform: platform(), nativeDialogs: false }),
    'settings.get': async () => settings.get(),
    async 'settings.set'(patch) {
      const before = settings.get().coder
      const after = await settings.set(patch)
      if (after.coder !== null && after.coder !== before) await control.setCoder(after.coder)
      return after
    },
    'libraries.recent': () => libraries.recent(),
    async 'libraries.create'({ name }) {
      if (name === undefined) throw new ParleyError('invalid-input', { field: 'name', problem: 'must be given' })
      return opened(await libraries.newPath(name), (path) => control.createLibrary(path))
    },
    // Without an id there would be a dialog, and there is none: the same answer as where the person cancels it.
    'libraries.open': async ({ recentId }) =>
      recentId === undefined ? { status: null } : opened(await libraries.pathOf(recentId), (path) => control.openLibrary(path)),
    'libraries.openSample': async () => opened(await libraries.samplePath(), (path) => control.openSample(path)),
    'libraries.close': async () => ({ status: await control.closeLibrary() }),
    async 'libraries.backup'() {
      const { name } = await statusOf(core)
      if (name === null) throw new ParleyError('no-library')
      const path = await libraries.backupPath(name, clock())
      await control.backupLibrary(path)
      return { name: path.split(/[/\\]/).at(-1) ?? null }
    },
    'files.pick': async () => [],
    'files.stage': ({ name, bytes }) => control.stageBytes(name, bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)),
    'outputs.save': async () => ({ name: null }),
    'outputs.show': async () => ({ shown: false }),
    'links.open': async () => ({ opened: false }),
  }
  return {
    has: isHostAction,
    async run(action, input) {
      if (!isHostAction(action)) throw new ParleyError('unknown-procedure', { name: action.slice(0, 200) })
      const { input: inputSchema, output } = hostActions[action]
      const parsed = inputSchema.safeParse(input)
      if (!parsed.success) throw inputError(parsed.error)
      const handler = handlers[action] as (input: unknown) => Promise<unknown> // parsed by the schema of this very action
      return { ok: true, value: output.parse(await handler(parsed.data)) }
    },
  }
}

async function statusOf(core: Core): Promise<{ name: string | null }> {
  const answer = await core.call('library.status', {})
  if (!answer.ok) throw new ParleyError(answer.error.code, answer.error.details)
  return answer.value as LibraryStatus // the core parses its output
}

function inputError(error: z.ZodError): ParleyError {
  const [issue] = error.issues
  return new ParleyError('invalid-input', {
    field: issue?.path.map(String).join('.') || 'input',
    problem: (issue?.message ?? 'invalid').slice(0, 300),
  })
}

const platforms: Readonly<Record<string, 'mac' | 'windows'>> = { darwin: 'mac', win32: 'windows' }
const platform = (): 'mac' | 'windows' | 'linux' => platforms[process.platform] ?? 'linux'
