/** Unit, store, contract and security tests: real SQLite, real files, plain Node. Component tests ask for jsdom themselves. */
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['test/{unit,store,contract,security}/**/*.test.{ts,tsx}'],
    pool: 'forks',
    // Modules are loaded once for many files: what each file leaves behind is its own to clear. Almost half of the time went into loading.
    isolate: false,
    // Two at least: a machine of two cores would get one, and much of a test is waiting.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 30_000,
  },
})
