/** What is going on in the window and belongs to no address: dialogs that are open, files that wait for import, running jobs. */
import { create } from 'zustand'
import type { Staged } from '../../shared/domain/import.ts'
import type { Job } from '../../shared/domain/job.ts'

export type OpenDialog =
  | { kind: 'none' }
  | { kind: 'import'; files: Staged[] }
  | { kind: 'paste' }
  | { kind: 'new-library' }
  | { kind: 'open-library' }
  | { kind: 'palette' }
  | { kind: 'keys' }
  | { kind: 'about' }
  | { kind: 'article'; articleId: number }
  | { kind: 'history' }
  | { kind: 'settings' }

interface Workbench {
  dialog: OpenDialog
  open(dialog: OpenDialog): void
  closeDialog(): void
  /** More files for the import dialog; opens it where it is not open. */
  addFiles(files: Staged[]): void
  jobs: ReadonlyMap<string, Job>
  noteJob(job: Job): void
  forgetJobs(): void
}

export const useWorkbench = create<Workbench>()((set) => ({
  dialog: { kind: 'none' },
  open: (dialog) => set({ dialog }),
  closeDialog: () => set({ dialog: { kind: 'none' } }),
  addFiles: (files) =>
    set((state) =>
      files.length === 0
        ? {}
        : { dialog: { kind: 'import', files: state.dialog.kind === 'import' ? [...state.dialog.files, ...files] : files } },
    ),
  jobs: new Map(),
  noteJob: (job) => set((state) => ({ jobs: new Map(state.jobs).set(job.id, job) })),
  forgetJobs: () => set({ jobs: new Map() }),
}))
