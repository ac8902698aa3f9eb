/** Unit, store, contract and security tests: real SQLite, real files, plain Node. Component tests ask for jsdom themselves. */
import { randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** What the examples of property tests are drawn with: a fixed number, unless PARLEY_SEED asks for others. */
function drawnSeed(wish = '20251030'): string {
  if (wish !== 'random') {
    if (!/^-?\d{1,10}$/.test(wish)) throw new Error(`PARLEY_SEED is neither a number nor "random": ${wish}`)
    return wish
  }
  const seed = String(randomInt(2 ** 31))
  console.log(`Property tests draw with PARLEY_SEED=${seed}`)
  return seed
}

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['test/{unit,store,contract,security}/**/*.test.{ts,tsx}'],
    env: {
      PARLEY_SEED: drawnSeed(process.env.PARLEY_SEED),
      // Tests start many processes that read our modules anew, and stripping their types takes longer than running them: the result is kept.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? resolve(import.meta.dirname, '../node_modules/.cache/tests'),
    },
    setupFiles: ['test/helpers/seed.ts'],
    pool: 'forks',
    // Modules are loaded once for many files: what each file leaves behind is its own to clear. Almost half of the time went into loading.
    isolate: false,
    // Two at least: a machine of two cores would get one, and much of a test is waiting.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 30_000,
  },
})
