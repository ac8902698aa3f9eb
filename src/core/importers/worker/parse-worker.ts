/** A parser: reads one file after another, away from the library. It may be stopped at any moment and has nothing to lose. */
import { parentPort } from 'node:worker_threads'
import { readFile } from '../read-file.ts'
import type { ParseAnswer, ParseRequest } from './messages.ts'

parentPort?.on('message', ({ id, input }: ParseRequest) => {
  const answer = (message: ParseAnswer): void => parentPort?.postMessage(message)
  // The name of an error only: its message may quote the article.
  readFile(input).then(
    (reading) => answer({ id, reading }),
    (error: unknown) => answer({ id, failed: error instanceof Error ? error.name : 'error' }),
  )
})
