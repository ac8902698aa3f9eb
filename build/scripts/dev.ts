/**
 * `npm run dev`: electron-vite's dev server with hot reload, in the real Electron or, without its binary, in the stand-in on a system
 * Chromium (test/standin). Arguments after `--` go to the app.
 */
import { electronBinary, installElectron } from './lib/electron.ts'
import { at } from './lib/paths.ts'
import { runTool } from './lib/run.ts'
import { forgetBuild } from './lib/stale.ts'

const say = (line: string): void => console.log(line)

export async function run(args: string[]): Promise<number> {
  const binary =
    process.env.PARLEY_HOST === 'standin' ? null : (electronBinary() ?? ((await installElectron(say)) ? electronBinary() : null))
  const env: NodeJS.ProcessEnv = { ELECTRON_EXEC_PATH: binary ?? at('test/standin/electron') }
  if (binary === null) {
    const display = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY
    if (display) env.STANDIN_HEADED = '1'
    say(`No Electron binary here: developing on the stand-in${display ? '' : ', without a window (no display)'}.`)
  }
  forgetBuild()
  return runTool('electron-vite/bin/electron-vite.js', ['dev', '--watch', ...(args.length > 0 ? ['--', ...args] : [])], { env })
}
