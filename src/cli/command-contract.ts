/** `call` and `schema`: the whole contract, for scripts that need more than the other commands give. */
import { z } from 'zod'
import { contract, isProcedure, type Input, type Procedure } from '../shared/rpc/contract.ts'
import type { CommandSpec } from './command.ts'
import { UsageError } from './console.ts'
import { whenEnded, withLibrary } from './library.ts'
import { say } from './words.ts'

export const callCommand: CommandSpec = {
  name: 'call',
  usage: 'call PROCEDURE [JSON] --library FILE',
  options: {},
  words: 2,
  example: `parley call annotations.create '{"articleId":1,"start":0,"end":12,"tag":"demand","speaker":"Pakistan","issues":["Border › Crossings"]}' --library talks.parley`,
  run({ positionals, options, out }) {
    const [name, text = '{}'] = positionals
    if (name === undefined || !isProcedure(name))
      throw new UsageError(say('cli.call.unknown', { name: name ?? '', names: Object.keys(contract).join(', ') }))
    return withLibrary(options, async ({ client }) => {
      const value = await client.call(name, parseJson(text) as Input<Procedure>) // the core parses it against the contract
      const jobId = typeof value === 'object' && value !== null && 'jobId' in value ? value.jobId : null
      // A job would die with this process, so its end is the answer.
      if (jobId === null) return out.json(value)
      const job = await whenEnded(client, jobId, () => undefined)
      out.json(job)
      return job.state === 'done' ? 0 : 1
    })
  },
}

export const schemaCommand: CommandSpec = {
  name: 'schema',
  usage: 'schema [PROCEDURE]',
  options: {},
  words: 1,
  example: 'parley schema annotations.create',
  async run({ positionals, out }) {
    const [wanted] = positionals
    if (wanted !== undefined && !isProcedure(wanted))
      throw new UsageError(say('cli.call.unknown', { name: wanted, names: Object.keys(contract).join(', ') }))
    const names = wanted === undefined ? (Object.keys(contract) as Procedure[]) : [wanted]
    out.json(Object.fromEntries(names.map((name) => [name, describe(name)])))
  },
}

/** A procedure as JSON Schema (draft 2020-12). */
function describe(name: Procedure): unknown {
  const { kind, doc, input, output } = contract[name]
  return {
    kind,
    doc,
    input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
    output: z.toJSONSchema(output, { unrepresentable: 'any' }),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(say('cli.call.badJson'))
  }
}
