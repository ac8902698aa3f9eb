/**
 * What this copy of Parley remembers: the person's settings, which the page reads and changes, and the window's own state, which
 * stays with the host because it holds paths.
 */
import { join } from 'node:path'
import { z } from 'zod'
import { ParleyError } from '../shared/rpc/envelope.ts'
import { settingsSchema, type Settings } from '../shared/rpc/host-port.ts'
import { openJsonFile, type JsonFile } from './json-file.ts'

export interface SettingsStore {
  get(): Settings
  /** Changes the named settings. Throws `invalid-input`, naming the first that is not acceptable; then nothing is changed. */
  change(patch: Record<string, unknown>): Settings
  subscribe(listener: (settings: Settings) => void): void
}

export function openSettings(folder: string, onBad?: () => void): SettingsStore {
  const file = openJsonFile(join(folder, 'settings.json'), settingsSchema, onBad)
  const listeners = new Set<(settings: Settings) => void>()
  return {
    get: () => file.get(),
    change(patch) {
      file.set(changed(file.get(), patch))
      for (const listener of listeners) listener(file.get())
      return file.get()
    },
    subscribe: (listener) => void listeners.add(listener),
  }
}

/** Groups such as `panes` are changed key by key. The schema puts a default where a value is wrong: here that is an error. */
function changed(current: Settings, patch: Record<string, unknown>): Settings {
  const known: Record<string, unknown> = current
  const merged: Record<string, unknown> = { ...current }
  for (const [name, value] of Object.entries(patch)) {
    if (!Object.hasOwn(known, name)) throw new ParleyError('invalid-input', { field: name.slice(0, 100), problem: 'unknown' })
    const group = known[name]
    merged[name] = isGroup(group) && isGroup(value) ? { ...group, ...value } : value
  }
  const parsed = settingsSchema.parse(merged)
  const result: Record<string, unknown> = parsed
  for (const name of Object.keys(patch)) {
    if (!same(result[name], merged[name])) throw new ParleyError('invalid-input', { field: name, problem: 'invalid' })
  }
  return parsed
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Equal after the schema; the name of the coder may have lost spaces at its ends. */
function same(after: unknown, before: unknown): boolean {
  if (typeof after === 'string' && typeof before === 'string') return after === before.trim()
  if (!isGroup(after) || !isGroup(before)) return Object.is(after, before)
  const keys = Object.keys(before)
  return keys.length === Object.keys(after).length && keys.every((key) => Object.hasOwn(after, key) && same(after[key], before[key]))
}

const boundsSchema = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) })
export type Bounds = z.infer<typeof boundsSchema>

const recentSchema = z.object({ recentId: z.string().min(1).max(64), path: z.string().min(1).max(4_096) })
export type RecentEntry = z.infer<typeof recentSchema>

const shellStateSchema = z.object({
  bounds: boundsSchema.nullable().catch(null),
  maximized: z.boolean().catch(false),
  /** Newest first. */
  recent: z.array(recentSchema).max(50).catch([]),
  sampleMade: z.boolean().catch(false),
})
export type ShellState = z.infer<typeof shellStateSchema>

export const openShellState = (folder: string, onBad?: () => void): JsonFile<ShellState> =>
  openJsonFile(join(folder, 'window.json'), shellStateSchema, onBad)
