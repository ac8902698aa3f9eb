/**
 * The draft of a report and how the screen is set, for each library apart. Kept in the browser's own store whenever typing rests and when
 * the page goes, so that neither a reload nor another view costs a word. Where that store is full or closed, the draft lives as long as the window.
 */
import { z } from 'zod'
import { create } from 'zustand'
import { act, redo, undo } from './block-history.ts'
import type { Block } from './blocks.ts'
import { fromKept, keptDraftSchema, NEW_DRAFT, toKept, type KeptDraft, type ReportDraft } from './report-draft.ts'

const screenSchema = z.object({
  width: z.number().min(100).max(2_000).catch(400),
  open: z.array(z.string().max(40)).max(40).catch(['content']),
})
export type Screen = z.infer<typeof screenSchema>
const keptSchema = z.object({
  draft: keptDraftSchema.catch(NEW_DRAFT),
  screen: screenSchema.catch(() => screenSchema.parse({})),
})

interface DraftStore {
  /** Uid of the library; null: none was opened here yet. */
  library: string | null
  draft: ReportDraft
  screen: Screen
  /** Shows the draft of this library. */
  enter(library: string): void
  set(patch: Partial<Omit<ReportDraft, 'blocks'>>): void
  /** Puts another draft in the place of this one; gives the way back. */
  replace(kept: KeptDraft): () => void
  setScreen(patch: Partial<Screen>): void
  /** A step of the composer; changes under the same mark are one. */
  act(change: (blocks: readonly Block[]) => readonly Block[], mark?: string): void
  undo(): void
  redo(): void
}

export const newKey = (): string => crypto.randomUUID()

export const useReportDraft = create<DraftStore>()((set, get) => ({
  library: null,
  draft: fromKept(NEW_DRAFT, newKey),
  screen: screenSchema.parse({}),
  enter(library) {
    if (get().library === library) return
    keep()
    const { draft, screen } = read(library)
    set({ library, draft: fromKept(draft, newKey), screen })
  },
  set: (patch) => set(({ draft }) => ({ draft: { ...draft, ...patch } })),
  replace(kept) {
    const { draft: before, library } = get()
    set({ draft: fromKept(kept, newKey) })
    return () => get().library === library && set({ draft: before })
  },
  setScreen: (patch) => set(({ screen }) => ({ screen: { ...screen, ...patch } })),
  act: (change, mark) => set(({ draft }) => ({ draft: { ...draft, blocks: act(draft.blocks, change(draft.blocks.now), mark ?? null) } })),
  undo: () => set(({ draft }) => ({ draft: { ...draft, blocks: undo(draft.blocks) } })),
  redo: () => set(({ draft }) => ({ draft: { ...draft, blocks: redo(draft.blocks) } })),
}))

const keyOf = (library: string): string => `parley.report.${library}`

function read(library: string): z.infer<typeof keptSchema> {
  try {
    return keptSchema.parse(JSON.parse(localStorage.getItem(keyOf(library)) ?? '{}'))
  } catch {
    return keptSchema.parse({})
  }
}

function keep(): void {
  clearTimeout(timer)
  timer = undefined
  const { library, draft, screen } = useReportDraft.getState()
  if (library === null) return
  try {
    localStorage.setItem(keyOf(library), JSON.stringify({ draft: toKept(draft), screen }))
  } catch {
    // Full, or closed by the browser: what is typed is still on screen.
  }
}

const REST_MS = 300
let timer: ReturnType<typeof setTimeout> | undefined
useReportDraft.subscribe(() => {
  timer ??= setTimeout(keep, REST_MS)
})
if (typeof window !== 'undefined') window.addEventListener('pagehide', keep)
