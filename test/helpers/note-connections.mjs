/** Loaded before anything else into every process of a test (NODE_OPTIONS): notes each connection and each name that is looked up. */
import { subscribe } from 'node:diagnostics_channel'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

const note = (text) => appendFileSync(process.env.NOTED_CONNECTIONS, `${process.pid} ${text}\n`)
note('started')
const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...args) {
  note(`connect ${JSON.stringify(args[0])}`)
  return connect.apply(this, args)
}
const lookup = dns.lookup
dns.lookup = (name, ...rest) => {
  if (!net.isIP(name)) note(`lookup ${name}`)
  return lookup(name, ...rest)
}
syncBuiltinESMExports()
subscribe('undici:request:create', ({ request }) => note(`fetch ${request.origin}`))
