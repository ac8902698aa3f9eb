/**
 * Identifiers. Inside one library every record has a small positive integer (short in links and scripts);
 * records that travel between libraries also have a `uid`, a UUID that never changes.
 */
import { z } from 'zod'

/** Integer identifier of a record in this library. */
export const idSchema = z.int().positive()
export type Id = z.infer<typeof idSchema>

/** UUID of a record, the same in every library that holds a copy of it. */
export const uidSchema = z.uuid()

/** A moment in time: ISO 8601 in UTC with milliseconds. */
export const momentSchema = z.iso.datetime()
