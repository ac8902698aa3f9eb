/**
 * A parser that ends at once when anything in it reaches for a network, another process or a file: what it was reading is `crashed` then.
 * The doors are shut once the readers are loaded, as loading them reads files.
 */
import child from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import fs from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'
import { parentPort } from 'node:worker_threads'
import { recogniseLanguage } from '../../../../../src/core/importers/metadata/language.ts'
import { readers } from '../../../../../src/core/importers/formats.ts'
import { readFile } from '../../../../../src/core/importers/read-file.ts'
import type { ParseAnswer, ParseRequest } from '../../../../../src/core/importers/worker/messages.ts'

await Promise.all([readers.html?.(), readers.mhtml?.(), readers.eml?.()])
await recogniseLanguage('All that is loaded when it is first needed is loaded now, so that nothing has to be later.')

const shut = (): never => process.exit(7)
const doors: readonly (readonly [object: object, names: readonly string[]])[] = [
  [net, ['connect', 'createConnection']],
  [net.Socket.prototype, ['connect']],
  [tls, ['connect']],
  [dns, ['lookup', 'resolve', 'resolve4', 'resolve6']],
  [dns.promises, ['lookup', 'resolve']],
  [dgram, ['createSocket']],
  [http, ['request', 'get']],
  [https, ['request', 'get']],
  [child, ['spawn', 'exec', 'execFile', 'fork', 'spawnSync', 'execSync']],
  [fs, ['open', 'openSync', 'readFile', 'readFileSync', 'createReadStream', 'writeFile', 'writeFileSync']],
  [fs.promises, ['open', 'readFile', 'writeFile']],
  [globalThis, ['fetch', 'WebSocket', 'EventSource', 'eval']],
]
for (const [object, names] of doors) for (const name of names) Object.defineProperty(object, name, { value: shut })
syncBuiltinESMExports()

// What parse-worker.ts does, which would itself be a file to read now.
parentPort?.on('message', ({ id, input }: ParseRequest) => {
  void readFile(input).then((reading) => parentPort?.postMessage({ id, reading } satisfies ParseAnswer))
})
