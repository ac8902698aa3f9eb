/**
 * Entry of the Electron app. Settles what must be settled before Electron is ready, makes sure that only one Parley runs on a profile
 * (A17), and starts the shell. No top-level await: Electron becomes ready only after this file has been evaluated.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app } from 'electron'
import { LINK_SCHEME, readPassageLink } from '../shared/domain/passage-link.ts'
import { handOverSchema, readArguments, type HandOver } from './arguments.ts'
import { hardenBeforeReady } from './hardening.ts'
import { openLog, traceOf } from './log.ts'
import { registerScheme } from './protocol.ts'
import { startShell, type Shell } from './shell.ts'

// Everything that we write is this user's alone.
process.umask(0o077)

const start = readArguments(process.argv, { packaged: app.isPackaged, cwd: process.cwd() })
if (start.userData !== null) {
  mkdirSync(start.userData, { recursive: true, mode: 0o700 })
  app.setPath('userData', start.userData)
}
hardenBeforeReady()
registerScheme()

const log = openLog(join(app.getPath('userData'), 'logs'))
let shell: Shell | null = null
const waiting: HandOver[] = []

function open(request: HandOver): void {
  if (shell === null) waiting.push(request)
  else shell.open(request)
}

function fail(error: unknown): void {
  if (shell === null) log('error', 'uncaught', traceOf(error))
  else shell.report(error)
}

const request: HandOver = { files: start.files, links: start.links, sample: start.sample }
if (app.requestSingleInstanceLock(request)) {
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  app.on('second-instance', (_event, _argv, _folder, data) => {
    shell?.focus()
    const handed = handOverSchema.safeParse(data)
    if (handed.success) open(handed.data)
  })
  // macOS hands files over this way, before the start as well as after it.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open({ files: [resolve(path)], links: [], sample: false })
  })
  app.on('open-url', (event, link) => {
    event.preventDefault()
    shell?.focus()
    // Any page can ask for any text here.
    if (readPassageLink(link) !== null) open({ files: [], links: [link], sample: false })
  })
  // The installed application is what its links lead to; one that is being worked on is not.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
  open(request)
  void app.whenReady().then(() => {
    shell = startShell(import.meta.dirname, log)
    for (const handed of waiting.splice(0)) shell.open(handed)
  })
} else {
  app.exit(0)
}
