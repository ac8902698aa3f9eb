/** The formats that can be read, by name only: whoever names one must not load its reader. */
import { importFormatSchema, type ImportFormat } from '../../shared/domain/import.ts'

/** Ids of formats; their names on screen are `import.format.<id>` in the locale. */
export const FORMAT_IDS = importFormatSchema.options
export type FormatId = ImportFormat
