/** Selecting by sentence with one key: each press takes in one sentence more, or gives the last one back. */
import type { ReaderActions } from '../../lib/reader-keys.ts'
import type { ReaderPage } from './page.ts'

export const useExtending = ({ surface }: ReaderPage): ReaderActions => ({
  extendSentence: () => surface?.extendSentence(1),
  shrinkSentence: () => surface?.extendSentence(-1),
})
