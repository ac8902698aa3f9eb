/**
 * Finds apart from the page, because a pattern can run for ever: whoever asked ends the whole worker then. Gets the text once, and
 * then one query after the other.
 */
import type { FromWorker, ToWorker } from './find-messages.ts'
import { finderOf } from './find-text.ts'
import type { FindAnswer, FindQuery } from './find-types.ts'

let find: (query: FindQuery) => FindAnswer = finderOf('', null)

const answer = (message: FromWorker): void => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('text' in data) {
    find = finderOf(data.text, data.language)
    return
  }
  answer({ id: data.id, begun: true })
  answer({ id: data.id, answer: find(data.query) })
})
