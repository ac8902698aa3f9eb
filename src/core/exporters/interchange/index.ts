/** The formats that go out to other tools, each with the module that writes it. Modules are loaded when first needed. */
import type { ExportFormat } from '../../../shared/domain/export.ts'
import type { Exporter } from './types.ts'

interface FormatEntry {
  readonly extension: string
  readonly mediaType: string
  readonly load: () => Promise<{ exporter: Exporter }>
}

/** A format that is not here cannot be written. */
export const exportFormats: Readonly<Partial<Record<ExportFormat, FormatEntry>>> = {}
