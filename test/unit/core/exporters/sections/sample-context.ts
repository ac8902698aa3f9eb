/** The sample library, read as a report reads it. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCore } from '../../../../../src/core/app.ts'
import { contextOf, type ReportContext } from '../../../../../src/core/exporters/report/context.ts'
import { facesOf, openRaw } from '../../../../../src/core/store/connection.ts'
import type { ReadDb } from '../../../../../src/core/store/types.ts'
import { reportInputSchema, type ReportInput } from '../../../../../src/shared/domain/report.ts'

/** A day after all that the sample tells. */
export const SAMPLE_DAY = '2025-11-30'

export interface SampleLibrary {
  db: ReadDb
  context: (input?: Partial<ReportInput>) => ReportContext
  close: () => void
}

export async function openSample(): Promise<SampleLibrary> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'parley-sections-')))
  const path = join(folder, 'Sample.parley')
  const core = openCore({ clock: () => Date.UTC(2025, 10, 30), coder: 'Newcomer' })
  await core.control.openSample(path)
  await core.control.shutdown()
  const raw = openRaw(path, 'read')
  const { read: db } = facesOf(
    raw,
    () => false,
    () => undefined,
  )
  return {
    db,
    context: (input = {}) => {
      const request = reportInputSchema.parse({ kind: 'ledger', asOf: SAMPLE_DAY, ...input })
      return contextOf(db, { ...request, asOf: request.asOf ?? SAMPLE_DAY })
    },
    close: () => {
      raw.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
