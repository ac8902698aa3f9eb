/** A core that dies: it is started again, its library is opened again, and everybody is told. */
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { startCoreProcess, type CoreProcess } from '../../../src/server/core-process.ts'
import type { CoreEvent } from '../../../src/shared/rpc/events.ts'
import { startTestServer, temporaryFolder } from '../../helpers/server.ts'

const entry = resolve(import.meta.dirname, '../../helpers/core-double-process.ts')
const temporary = temporaryFolder()
let core: CoreProcess | undefined
afterEach(async () => {
  await core?.stop()
  core = undefined
  delete process.env.CORE_DOUBLE
})

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
const file = (name: string): string => {
  const path = join(temporary.path, name)
  writeFileSync(path, '')
  return path
}
/** What the core of this moment was asked since its own start. */
const asked = async (of: CoreProcess): Promise<unknown> => {
  const answer = await of.call('articles.list', {})
  return answer.ok ? answer.value : answer.error.code
}

async function start(): Promise<{ core: CoreProcess; events: CoreEvent[]; outcomes: string[] }> {
  const events: CoreEvent[] = []
  const outcomes: string[] = []
  core = await startCoreProcess({ entry, onRestart: (outcome) => outcomes.push(outcome) })
  core.subscribe((event) => events.push(event))
  return { core, events, outcomes }
}

// Up to seven processes are started in one test, on machines that may be busy.
describe('the core in a process of its own', { timeout: 120_000 }, () => {
  test('it is another process, answers calls and controls, and ends when it is stopped', async () => {
    const { core } = await start()
    const pid = core.pid ?? 0
    expect(pid).not.toBe(process.pid)
    expect(await core.call('articles.get', {})).toEqual({ ok: true, value: pid })
    expect(await core.control.stageBytes('a', new Uint8Array([1, 2, 3]))).toMatchObject({ name: 'a', bytes: 3 })
    await expect(core.control.openLibrary('/nowhere.parley')).rejects.toMatchObject({ name: 'ParleyError', code: 'library-missing' })
    await core.stop()
    expect(alive(pid)).toBe(false)
  })

  test('killed: running calls end with core-gone, later ones wait for the new core, which has the library and the coder', async () => {
    const { core, events, outcomes } = await start()
    const path = file('a.parley')
    await core.control.setCoder('Ada')
    await core.control.openLibrary(path, { readOnly: true })
    const pid = core.pid ?? 0
    const running = core.call('jobs.list', {})
    process.kill(pid, 'SIGKILL')
    expect(await running).toMatchObject({ ok: false, error: { code: 'core-gone' } })
    expect(await asked(core)).toEqual([
      ['setCoder', 'Ada'],
      ['openLibrary', path, true],
      ['articles.list', {}],
    ])
    expect(core.pid).not.toBe(pid)
    expect(events.filter(({ event }) => event === 'coreRestarted')).toHaveLength(1)
    expect(outcomes).toEqual(['restarted'])
  })

  test('a closed library is not opened again', async () => {
    const { core } = await start()
    await core.control.openLibrary(file('b.parley'))
    await core.control.closeLibrary()
    await core.call('jobs.cancel', { jobId: 'die' })
    expect(await asked(core)).toEqual([['articles.list', {}]])
  })

  test('a library at whose opening the core dies is opened again once, and then left closed', async () => {
    const { core, outcomes } = await start()
    await core.control.openLibrary(file('c.parley'))
    process.env.CORE_DOUBLE = 'breaks'
    await core.call('jobs.cancel', { jobId: 'die' })
    expect(await asked(core)).toEqual([['articles.list', {}]])
    expect(outcomes).toEqual(['restarted'])
  })

  test('one that keeps dying is given up: calls say so at once, and nothing is started any more', async () => {
    const { core, outcomes } = await start()
    for (let death = 0; death < 6; death++) await core.call('jobs.cancel', { jobId: 'die' })
    await expect.poll(() => outcomes.at(-1), { timeout: 60_000 }).toBe('given-up')
    expect(await asked(core)).toBe('core-gone')
    await expect(core.control.closeLibrary()).rejects.toMatchObject({ code: 'core-gone' })
    expect(outcomes.filter((outcome) => outcome === 'restarted')).toHaveLength(5)
  })

  test('one that dies before it is ready, each time, is given up', async () => {
    const { core, outcomes } = await start()
    process.env.CORE_DOUBLE = 'refuses'
    await core.call('jobs.cancel', { jobId: 'die' })
    await expect.poll(() => outcomes, { timeout: 60_000 }).toEqual(['given-up'])
    expect(await asked(core)).toBe('core-gone')
  })

  test('over HTTP: the page hears of the restart and goes on with the same token', async () => {
    const said: string[] = []
    const host = await startTestServer({ notify: (sentence) => said.push(sentence) }, { coreEntry: entry })
    await host.post('/host/libraries.create', { name: 'Doha' })
    const stop = new AbortController()
    const stream = await host.ask('/events', { signal: stop.signal })
    const heard = (async () => {
      let text = ''
      for await (const chunk of stream.body ?? []) {
        text += Buffer.from(chunk).toString()
        if (text.includes('coreRestarted')) return text
      }
      return text
    })()
    expect(await host.post('/rpc/jobs.cancel', { jobId: 'die' })).toMatchObject({
      ok: false,
      error: { code: 'core-gone', message: expect.stringContaining(' ') as string },
    })
    expect(await heard).toContain('data: {"event":"coreRestarted","payload":{}}\n\n')
    expect(await host.post('/rpc/library.status')).toMatchObject({ ok: true, value: { open: true, name: 'Doha' } })
    expect(said).toEqual([expect.stringContaining('started again')])
    stop.abort()
    const path = join(host.folder, 'Doha.parley')
    expect(existsSync(path)).toBe(true)
    await host.stop()
    temporary.remove()
  })
})
