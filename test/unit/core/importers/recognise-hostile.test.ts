/**
 * Recognising a file takes time in line with its length, whatever stands in it: short files are recognised in the core itself. Each sample is
 * given to a thread that is ended when it does not come back: with anything more than linear it does not in hours.
 */
import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { detectFormat } from '../../../../src/core/importers/detect.ts'
import { magicFormat } from '../../../../src/core/importers/magic.ts'
import { sniffRefi } from '../../../../src/core/importers/projects/sniff.ts'
import { Parsers } from '../../../../src/core/importers/worker/parsers.ts'
import { bytesOf } from './fixtures.ts'

const KILL_MS = 20_000
const KB = 1024

const REPEATED = [
  '<!---->',
  '<!-- -->',
  '<!-->',
  '<!--',
  '<?a?>',
  '<?',
  '<!doctype rss [',
  '<b> ',
  '<CodeBook ',

  '\n',
  '\r\n',
  ' ',
  '\t',
  '{',
  '}',
  '} ',
  '[',
  ']',
  ')',
  '"',
  "'",
  '","',
  ',',
  ';',
  '|a',
  'a',
  'a b ',
  'A ',
  '1',
  '2020 ',
  '-',
  ':',
  '. ',
  'From: a\n',
  'TY  - JOUR\n',
  '1 of 2 DOCUMENTS\n',
  '"type":',
  'Author: ',
  '文',
  '记者 ',
  'ا ',
]
const BEGINNINGS = ['', '{"a":1}', '<', '(', 'http://a.example/', 'From: a\nDate: b\n', '---\n']

let worker: Worker | null = null
afterEach(async () => {
  await worker?.terminate()
  worker = null
})

/** True where the sample came back. */
async function comesBack(name: string, content: string): Promise<boolean> {
  worker ??= new Worker(new URL('../../../fixtures/parsers/recognising.ts', import.meta.url))
  const { promise, resolve, reject } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), KILL_MS)
  const done = (): void => resolve(true)
  worker.once('message', done).once('error', reject)
  worker.postMessage({ name, content })
  const isBack = await promise.finally(() => clearTimeout(timer))
  worker.off('message', done).off('error', reject)
  if (!isBack) {
    await worker.terminate()
    worker = null
  }
  return isBack
}

const filled = (beginning: string, repeated: string, size: number): string =>
  (beginning + repeated.repeat(Math.ceil(size / repeated.length))).slice(0, size)

describe('D9 D13 D28 a hostile beginning does not keep anybody waiting', () => {
  test.each(BEGINNINGS)('of repetitions behind %j', { timeout: 300_000 }, async (beginning) => {
    const stuck: string[] = []
    for (const repeated of REPEATED)
      for (const size of beginning === '' ? [2 * KB, 256 * KB] : [2 * KB, 64 * KB])
        if (!(await comesBack('a.txt', filled(beginning, repeated, size)))) stuck.push(`${repeated} × ${size}`)
    expect(stuck).toEqual([])
  })

  test.each(['a.json', 'a.html', 'a.csv', 'a.mhtml', 'a.eml', 'a.md'])('under the name %s', { timeout: 300_000 }, async (name) => {
    const stuck: string[] = []
    for (const repeated of REPEATED) if (!(await comesBack(name, filled('', repeated, 32 * KB)))) stuck.push(repeated)
    expect(stuck).toEqual([])
  })

  test('of entries of an archive that each claim a name of 64 KB', () => {
    const entry = Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.alloc(24), Buffer.from([0xff, 0xff]), Buffer.alloc(2)])
    const bytes = Buffer.concat([Buffer.from('PK\u0003\u0004'), ...Array<Buffer>(4_000).fill(entry), Buffer.alloc(80 * KB)])
    // What is turned into text may not be more than a small multiple of what is there.
    const texts = vi.spyOn(Buffer.prototype as Buffer, 'toString')
    expect(sniffRefi({ name: 'a', bytes, head: 'PK', magic: magicFormat(bytes) })).toBeNull()
    const read = texts.mock.calls.reduce((sum, [, start = 0, end = bytes.length]) => sum + end - start, 0)
    texts.mockRestore()
    expect(read).toBeLessThan(4 * bytes.length)
  })
})

describe('D17 what stands before a page is passed over', () => {
  const comments = '<!---->'.repeat(30)
  test.each<[string, string]>([
    [`${comments}<!doctype html><p>x`, 'html'],
    [`${comments}\n<!--> <html><p>x`, 'html'],
    [`<?xml version="1.0"?>${comments}<?xml-stylesheet href="a>b"?><rss version="2.0">`, 'html'],
    [`<!-- a --> text <!-- b --><html>`, 'plain-text'],
    [`<!-- never closed <html>`, 'plain-text'],
  ])('%j', (content, format) => {
    const found = detectFormat('a', bytesOf(content))
    expect(typeof found === 'object' && 'id' in found ? found.id : found).toBe(format)
  })

  test('records one a line are known behind blank lines', () => {
    expect(detectFormat('a', bytesOf(`{"text":"a"}${'\n'.repeat(1_000)}{"text":"b"}`))).toEqual({ id: 'jsonl' })
  })
})

test('a file of more than 64 KB is recognised away from the core', async () => {
  const parsers = new Parsers({ parsers: 1 }, new URL('../../../fixtures/parsers/misbehaving.ts', import.meta.url))
  const reading = (size: number) => parsers.read({ name: 'said by the parser', bytes: bytesOf(filled('', 'The talks go on. ', size)) })
  try {
    expect(await reading(64 * KB)).toMatchObject({ kind: 'articles' })
    expect(await reading(64 * KB + 1)).toMatchObject({ problem: { details: { name: 'said by the parser' } } })
  } finally {
    await parsers.close()
  }
})

test('the place of a parser is free once its thread has ended, not before', { timeout: 60_000 }, async () => {
  const parsers = new Parsers({ parsers: 1, time: 4_000 }, new URL('../../../fixtures/parsers/misbehaving.ts', import.meta.url))
  const { terminate } = Worker.prototype
  const events: string[] = []
  const { promise: next, resolve: nextIsRead } = Promise.withResolvers<void>()
  // A thread in native code takes its time to end: longer than the next file would need.
  Worker.prototype.terminate = async function () {
    events.push('told to end')
    await Promise.race([next, new Promise((resolve) => setTimeout(resolve, 3_000))])
    const code = await terminate.call(this)
    events.push('ended')
    return code
  }
  try {
    const input = (name: string) => ({ name, bytes: bytesOf('%PDF-1.7 of a kind') })
    const [first] = await Promise.all([
      parsers.read(input('forever')),
      parsers.read(input('one')).then((reading) => {
        events.push(reading.kind)
        nextIsRead()
      }),
    ])
    expect(first).toMatchObject({ problem: { code: 'timeout' } })
    expect([...events.slice(0, 2), events.at(-1)]).toEqual(['told to end', 'ended', 'problem'])
  } finally {
    Worker.prototype.terminate = terminate
    await parsers.close()
  }
})
