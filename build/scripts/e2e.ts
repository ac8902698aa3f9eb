/**
 * `npm run e2e [-- playwright's arguments]`: makes sure of a Chromium, builds what is stale, says which host the tests will drive (real
 * Electron, or the stand-in where its binary is missing), and runs Playwright.
 */
import { ensureChromium } from './lib/chromium.ts'
import { electronBinary } from './lib/electron.ts'
import { ceiling, runTool } from './lib/run.ts'
import { buildIfStale } from './lib/stale.ts'

const say = (line: string): void => console.log(line)

/** Runs one Playwright project; `env` is added to the tests' environment. */
export async function playwright(project: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const chromium = await ensureChromium(say)
  const built = await buildIfStale({ quiet: true })
  if (built !== 0) return built
  const standin = electronBinary() === null || process.env.PARLEY_E2E === 'standin'
  say(`Host: ${standin ? 'the stand-in on Chromium' : 'Electron'} (Chromium: ${chromium.path}, found through ${chromium.from}).`)
  const found: NodeJS.ProcessEnv = {
    PARLEY_CHROMIUM: chromium.path,
    PARLEY_E2E_PROJECT: project,
    // Node strips the types by itself; Playwright's own way compiles everything that a test imports, once more in every process.
    PW_DISABLE_TS_ESM: '1',
  }
  return runTool('@playwright/test/cli.js', ['test', '-c', 'build/playwright.config.ts', ...args], {
    env: { ...found, ...env },
    timeout: ceiling,
  })
}

export const run = (args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> => playwright('e2e', args, env)
