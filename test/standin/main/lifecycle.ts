/** Birth and death of the app: starts Chromium, emits `ready`, and takes Chromium along when the app ends, however it ends. */
import { join } from 'node:path'
import { preventable } from '../lib/strict.ts'
import { startChromium, type RunningChromium } from '../lib/chromium-process.ts'
import { app, appendedSwitches } from './app.ts'
import { killUtilityProcesses } from './utility-process.ts'
import { commandLineValue, contents, note, state } from './state.ts'

const patience = 3_000

let chromium: RunningChromium | null = null
let ending = false

/** Ends the process: Chromium first, so that its profile is written, but not for ever. */
function end(code: number): void {
  if (ending) return
  ending = true
  app.emit('quit', preventable({}), code)
  killUtilityProcesses()
  app.releaseSingleInstanceLock()
  const exit = (): never => process.exit(code)
  if (!chromium || chromium.cdp.closed) return exit()
  chromium.child.once('exit', exit)
  setTimeout(exit, patience)
  chromium.cdp.send('Browser.close').catch(exit)
}
app.end = end

/** Called once the entry module has been evaluated: Electron emits `ready` no earlier than that. */
export async function start(): Promise<void> {
  if (ending) return
  chromium = await startChromium({
    profile: join(app.getPath('sessionData'), 'standin-chromium'),
    port: commandLineValue('remote-debugging-port') ?? '0',
    headed: process.env.STANDIN_HEADED === '1',
    switches: appendedSwitches,
  })
  const { cdp, child, address, version } = chromium
  state.cdp = cdp
  Object.assign(process.versions, { chrome: version })
  process.on('exit', () => cdp.close())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())
  child.on('exit', () => {
    if (ending) return
    note('Chromium ended by itself')
    end(1)
  })
  await cdp.send('Target.setDiscoverTargets', { discover: true })
  await cdp.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
  const ours = (targetId: string) => [...contents.values()].find((item) => item.targetId === targetId)
  cdp.on('Target.targetCreated', ({ targetInfo: { type, targetId } }) => {
    // A window that the page opened by itself: there are no child windows here.
    if (type === 'page' && state.creating === 0 && !ours(targetId)) cdp.send('Target.closeTarget', { targetId }).catch(() => {})
  })
  cdp.on('Target.targetDestroyed', ({ targetId }) => ours(targetId)?.gone())
  cdp.on('Browser.downloadWillBegin', ({ url, suggestedFilename, frameId }) => {
    const item = { getURL: () => url, getFilename: () => suggestedFilename, cancel() {}, setSavePath() {}, on() {}, once() {} }
    const from = [...contents.values()].find((one) => one.frameId === frameId)
    from?.session.emit('will-download', preventable({}), item, from)
  })
  process.stderr.write(`DevTools listening on ${address}\n`)
  state.ready = true
  app.emit('will-finish-launching')
  app.emit('ready', preventable({}), {})
}
