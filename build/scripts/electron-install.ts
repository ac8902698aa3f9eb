/** `node build/run.mjs electron-install`: fetches the Electron binary now instead of at the first start. */
import { electronBinary, installElectron } from './lib/electron.ts'

export async function run(): Promise<number> {
  const there = await installElectron((line) => console.log(line))
  if (there) console.log(`Electron is at ${electronBinary()}.`)
  else console.error('Electron could not be downloaded; "npm start" opens Parley in the browser instead.')
  return there ? 0 : 1
}
