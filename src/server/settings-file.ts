/**
 * Settings of this person on this machine, as a small JSON file. A broken file never stops the start: what can be read is
 * kept, the rest becomes the default, and the file as it was stays beside it with the ending `.bad`.
 */
import { copyFile, chmod, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { ParleyError } from '../shared/rpc/envelope.ts'
import { settingsSchema, type Settings } from '../shared/rpc/host-port.ts'
import { writePrivateFile } from './private-files.ts'

export interface SettingsFile {
  get(): Settings
  /** Merges a patch; fields that are no setting are ignored, a value of the wrong kind becomes the default. */
  set(patch: Record<string, unknown>): Promise<Settings>
}

export async function openSettings(path: string): Promise<SettingsFile> {
  const text = await readFile(path, 'utf8').catch(() => null)
  const found = text === null ? {} : parse(text)
  let settings = settingsSchema.parse(isRecord(found) ? ownFields(found) : {})
  if (text !== null && !isPartOf(found, settings)) {
    await putAside(path, textOf(settings)).catch(() => undefined) // a full or locked disk does not stop the start either
  }
  let writing: Promise<void> = Promise.resolve()
  return {
    get: () => settings,
    async set(patch) {
      settings = settingsSchema.parse(merged(settings, ownFields(patch)))
      const text = textOf(settings)
      // One after the other, so that the last one wins on disk too.
      writing = writing.catch(() => undefined).then(() => writePrivateFile(path, text))
      await writing.catch((cause: unknown) => {
        throw new ParleyError('file-unwritable', { name: basename(path) }, { cause })
      })
      return settings
    },
  }
}

/** Keeps the damaged file before anything takes its place. */
async function putAside(path: string, text: string): Promise<void> {
  await copyFile(path, `${path}.bad`)
  await chmod(`${path}.bad`, 0o600)
  await writePrivateFile(path, text)
}

const textOf = (settings: Settings): string => JSON.stringify(settings, null, 2) + '\n'

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Only what is a setting: `__proto__` and unknown fields never get further. */
const ownFields = (given: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.keys(settingsSchema.shape).flatMap((key) => (Object.hasOwn(given, key) ? [[key, given[key]]] : [])))

/** A group (panes, reading) is merged field by field, so that a patch need not repeat the rest of it. */
const merged = (settings: Settings, patch: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(settings).map(([key, value]) => {
      if (!Object.hasOwn(patch, key)) return [key, value]
      return [key, isRecord(value) && isRecord(patch[key]) ? { ...value, ...patch[key] } : patch[key]]
    }),
  )

/** True where everything in `found` came through the schema unchanged. A missing field (an older file) is no damage. */
function isPartOf(found: unknown, kept: unknown): boolean {
  if (!isRecord(found) || !isRecord(kept)) return Object.is(found, kept)
  return Object.keys(found).every((key) => Object.hasOwn(kept, key) && isPartOf(found[key], kept[key]))
}
