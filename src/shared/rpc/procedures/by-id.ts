/** Inputs that many procedures share. */
import { z } from 'zod'
import { idSchema } from '../../domain/ids.ts'

export const byId = z.strictObject({ id: idSchema })
export const byIds = z.strictObject({ ids: z.array(idSchema).min(1).max(100_000) })
