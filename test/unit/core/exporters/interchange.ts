/** What the tests of exports to other tools share: a choice with everything in it, and files written from a library. */
import { readFileSync } from 'node:fs'
import { exportFormats } from '../../../../src/core/exporters/interchange/index.ts'
import { exportInputSchema, type ExportFormat, type ExportLoss } from '../../../../src/shared/domain/export.ts'
import type { ExportChoice } from '../../../../src/core/exporters/interchange/types.ts'
import type { ReadDb } from '../../../../src/core/store/types.ts'

export const choiceOf = (format: ExportFormat, more: Partial<ExportChoice> = {}): ExportChoice =>
  exportInputSchema.parse({ format, ...more })

/** The file as it would be saved, twice: the second time must give the same bytes. */
export async function exported(
  db: ReadDb,
  choice: ExportChoice,
): Promise<{ bytes: Uint8Array; text: string; lost: readonly ExportLoss[] }> {
  const entry = exportFormats[choice.format]
  if (!entry) throw new Error(`no exporter for ${choice.format}`)
  const { exporter } = await entry.load()
  const context = { libraryName: 'Harbour talks', pause: () => Promise.resolve() }
  const { bytes, lost } = await exporter.write(db, choice, context)
  const again = await exporter.write(db, choice, context)
  if (!Buffer.from(bytes).equals(Buffer.from(again.bytes))) throw new Error('the same library gave other bytes')
  if (JSON.stringify(exporter.losses(db, choice)) !== JSON.stringify(lost)) throw new Error('the losses told before differ')
  return { bytes, text: new TextDecoder().decode(bytes), lost }
}

/** The words of a loss in the locale, by code. */
export const lossWords = (code: string): string | undefined => {
  const words: unknown = JSON.parse(readFileSync(new URL('../../../../resources/locales/en.json', import.meta.url), 'utf8'))
  return (words as Record<string, string>)[`export.lost.${code}`]
}
