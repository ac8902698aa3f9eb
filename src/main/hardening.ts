/**
 * What has to be settled before Electron is ready: sandbox for every renderer, no debugging port in a packaged app (A18), and
 * no name look-ups, so that nothing leaves the machine even where a later guard had a hole (A1).
 */
import { app } from 'electron'

const DEBUG_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'load-extension',
]

export function hardenBeforeReady(): void {
  app.enableSandbox()
  if (app.isPackaged) for (const name of DEBUG_SWITCHES) app.commandLine.removeSwitch(name)
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('no-pings')
}
