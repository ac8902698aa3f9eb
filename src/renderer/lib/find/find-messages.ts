/** What a page and its find worker say to each other. */
import type { FindAnswer, FindQuery } from './find-types.ts'

export type ToWorker = { text: string; language: string | null } | { id: number; query: FindQuery }

/** `begun`: from now on the clock runs. */
export type FromWorker = { id: number; begun: true } | { id: number; answer: FindAnswer }
