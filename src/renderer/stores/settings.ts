/** Settings of this copy of Parley: theme, coder, pane widths, reading. The host keeps them; this is the window's view of them. */
import { create } from 'zustand'
import { settingsSchema, type Settings } from '../../shared/rpc/host-port.ts'
import { hostCall } from '../lib/transport/host.ts'

interface SettingsStore {
  settings: Settings
  loaded: boolean
  load(): Promise<void>
  /** Changes some settings at once on screen, and then on disk. Rejects where the host cannot keep them. */
  change(patch: Partial<Settings>): Promise<void>
}

/** Defaults come from the schema itself: every field there has a fallback. */
const defaults = settingsSchema.parse({})

export const useSettings = create<SettingsStore>()((set, get) => ({
  settings: defaults,
  loaded: false,
  async load() {
    set({ settings: await hostCall('settings.get', {}), loaded: true })
  },
  async change(patch) {
    set({ settings: { ...get().settings, ...patch } })
    await hostCall('settings.set', patch)
  },
}))
