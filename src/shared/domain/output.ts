/** What a view hands over to be saved as a file: a table, or a picture of what is on the screen. */
import { z } from 'zod'

const name = z.string().trim().min(1).max(300)
const cells = z.array(z.string().max(100_000)).max(1_000)

export const tableToKeepSchema = z.strictObject({ name, head: cells, rows: z.array(cells).max(200_000) })
export type TableToKeep = z.infer<typeof tableToKeepSchema>

/** An SVG without anything that could run or fetch, or a PNG in base64. */
export const pictureToKeepSchema = z.discriminatedUnion('mediaType', [
  z.strictObject({ mediaType: z.literal('image/svg+xml'), name, svg: z.string().max(50_000_000) }),
  z.strictObject({ mediaType: z.literal('image/png'), name, base64: z.base64().max(100_000_000) }),
])
export type PictureToKeep = z.infer<typeof pictureToKeepSchema>

export const keptOutputSchema = z.object({ outputId: z.string(), name: z.string() })
