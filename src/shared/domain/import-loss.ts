/**
 * The values that the words of a loss may name. Readers give what they know: one counts the pictures, another names them. What is not
 * given is null, which the words in the locale pass over.
 */
import type { importLossSchema } from './import.ts'
import type { z } from 'zod'

const NONE = { names: null, name: null, rows: null, limit: null, expected: null, share: null, reason: null }

/** Values for `import.lost.<code>`. */
export const lossValues = ({ count, details }: z.infer<typeof importLossSchema>): Record<string, string | number | null> => ({
  ...NONE,
  ...details,
  count,
})
