/**
 * What is going on in the window and belongs to no address: the dialog that is open, files that wait for import, text that was
 * pasted, jobs. A dialog never takes the place of another, because what is typed into that one would be lost.
 */
import { create } from 'zustand'
import type { Staged } from '../../shared/domain/import.ts'
import type { Job } from '../../shared/domain/job.ts'

export type OpenDialog =
  | { kind: 'none' }
  | { kind: 'import'; files: Staged[] }
  | { kind: 'paste' }
  /** Reports of imports; of this one. */
  | { kind: 'imports'; runId?: number }
  | { kind: 'new-library' }
  | { kind: 'open-library' }
  | { kind: 'palette' }
  | { kind: 'keys' }
  | { kind: 'about' }
  | { kind: 'article'; articleId: number }
  | { kind: 'revise'; articleId: number }
  | { kind: 'revisions'; articleId: number }
  | { kind: 'stories' }
  /** For other tools; of these articles. */
  | { kind: 'export'; articleIds?: readonly number[] }
  /** Two articles, text against text; `back`: the dialog that led here, shown again afterwards. */
  | { kind: 'compare-articles'; articleId: number; otherId: number; back?: 'stories' }
  | { kind: 'history' }
  | { kind: 'settings'; tab?: 'keys' }
  | { kind: 'attach-thread'; annotationId: number }
  /** From a passage, or null: with no passages yet. */
  | { kind: 'new-thread'; annotationId: number | null; title: string }
  | { kind: 'thread'; threadId: number }

interface Workbench {
  dialog: OpenDialog
  /** Opens a dialog where none is open. */
  open(dialog: OpenDialog): void
  /** Puts a dialog in the place of the one that led to it. */
  goOn(dialog: OpenDialog): void
  /** Closes the dialog; files that came meanwhile are shown next. */
  closeDialog(): void
  /** More files for the import dialog; opens it as soon as no other dialog is open. */
  addFiles(files: readonly Staged[]): void
  /** Files that came while another dialog was open, or no library that could take them. */
  waiting: readonly Staged[]
  canImport: boolean
  /** Whether there is a library that can take files; those that wait are shown as soon as there is. */
  allowImport(canImport: boolean): void
  /** Pasted text that is not an article yet. */
  pasted: string
  keepPasted(text: string): void
  jobs: ReadonlyMap<string, Job>
  noteJobs(jobs: readonly Job[]): void
  /** Dialogs and jobs belong to one library; files that wait do not. */
  reset(): void
}

const CLOSED: OpenDialog = { kind: 'none' }
const shown = (files: readonly Staged[]): Pick<Workbench, 'dialog' | 'waiting'> => ({
  dialog: { kind: 'import', files: [...files] },
  waiting: [],
})

export const useWorkbench = create<Workbench>()((set) => ({
  dialog: CLOSED,
  open: (dialog) => set((state) => (state.dialog.kind === 'none' ? { dialog } : {})),
  goOn: (dialog) => set({ dialog }),
  closeDialog: () => set(({ canImport, waiting }) => (canImport && waiting.length > 0 ? shown(waiting) : { dialog: CLOSED })),
  addFiles: (files) =>
    set(({ canImport, dialog, waiting }) => {
      if (files.length === 0) return {}
      if (dialog.kind === 'import') return { dialog: { kind: 'import', files: [...dialog.files, ...files] } }
      const all = [...waiting, ...files]
      return canImport && dialog.kind === 'none' ? shown(all) : { waiting: all }
    }),
  waiting: [],
  canImport: false,
  allowImport: (canImport) =>
    set(({ dialog, waiting }) => ({ canImport, ...(canImport && dialog.kind === 'none' && waiting.length > 0 && shown(waiting)) })),
  pasted: '',
  keepPasted: (pasted) => set({ pasted }),
  jobs: new Map(),
  noteJobs: (jobs) => set((state) => ({ jobs: new Map([...state.jobs, ...jobs.map((job) => [job.id, job] as const)]) })),
  reset: () => set({ dialog: CLOSED, jobs: new Map() }),
}))

/** The job once it has ended, also where the view that started it is gone by then. */
export function jobEnded(jobId: string): Promise<Job> {
  return new Promise((resolve) => {
    const look = ({ jobs }: Workbench): boolean => {
      const job = jobs.get(jobId)
      if (!job || job.state === 'running') return false
      resolve(job)
      return true
    }
    if (look(useWorkbench.getState())) return
    const stop = useWorkbench.subscribe((state) => {
      if (look(state)) stop()
    })
  })
}
