/** The Electron host's side of `hostActions`: every action by name, its input parsed before and its output after. */
import { app } from 'electron'
import { hostActions, type HostAction } from '../shared/rpc/host-port.ts'
import { fileActions, type FileActionOptions } from './actions/files.ts'
import { libraryActions } from './actions/libraries.ts'
import { linkActions } from './actions/links.ts'
import { outputActions } from './actions/outputs.ts'
import type { HostHandlers } from './actions/types.ts'
import type { Libraries } from './libraries.ts'
import type { Recent } from './recent.ts'
import type { SettingsStore } from './settings.ts'

export interface HostActionOptions extends FileActionOptions {
  libraries: Libraries
  recent: Recent
  settings: SettingsStore
  openPath: () => string | null
}

const PLATFORMS: Partial<Record<NodeJS.Platform, 'mac' | 'windows'>> = { darwin: 'mac', win32: 'windows' }

export function createHostActions(options: HostActionOptions): HostHandlers {
  return {
    'host.info': () => ({
      kind: 'electron',
      version: app.getVersion(),
      platform: PLATFORMS[process.platform] ?? 'linux',
      nativeDialogs: true,
    }),
    'settings.get': () => options.settings.get(),
    'settings.set': (patch) => options.settings.change(patch),
    ...libraryActions(options),
    ...fileActions(options),
    ...outputActions(options.control, options.dialogs),
    ...linkActions(options.dialogs),
  }
}

/**
 * Runs an action on an input from outside. Throws ZodError for an input that does not fit, ParleyError from the action. The output
 * is parsed too, which takes away anything that the page has no business seeing.
 */
export async function runHostAction(handlers: HostHandlers, action: HostAction, input: unknown): Promise<unknown> {
  const { input: inputSchema, output: outputSchema } = hostActions[action]
  const handler = handlers[action] as (input: unknown) => unknown // the schema of the same name has just made the input fit
  return outputSchema.parse(await handler(inputSchema.parse(input)))
}
