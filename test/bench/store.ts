/** The store: what the history costs a single write, what undo costs, and how reading grows with the library. */
import Database from 'better-sqlite3'
import { join } from 'node:path'
import type { Procedure } from '../../src/shared/rpc/contract.ts'
import { importText, openRealCore, type RealCore } from '../helpers/real-core.ts'
import { median, timed, type Figure } from './index.ts'

const ROUNDS = 200
const WORDS = 'ferry strait harbour council demand inspect night crate register island shore talk'.split(' ')

/** A small linear congruential generator: the same data in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return Math.floor((state / 4_294_967_296) * below)
  }
}

export async function storeSuite(size: number): Promise<Figure[]> {
  const small = await filledCore(100)
  const large = await filledCore(size)
  const at = `${size} annotations`
  const figure = (name: string, value: number, baseline: string | null, baselineValue: number | null, target: number | null): Figure => ({
    suite: 'store',
    name,
    size: at,
    value,
    unit: 'ms',
    baseline,
    baselineValue,
    target,
  })
  try {
    const writes: number[] = []
    const undos: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      writes.push(
        await timed(() =>
          large.real.client.call('annotations.create', { articleId: large.articleId, start: round, end: round + 20, tag: 'demand' }),
        ),
      )
    }
    for (let round = 0; round < ROUNDS; round += 1) undos.push(await timed(() => large.real.client.call('history.undo', {})))
    const write = median(writes)
    const read = async (core: RealCore, name: Procedure, input: unknown): Promise<number> => {
      const times: number[] = []
      for (let round = 0; round < 15; round += 1) times.push(await timed(() => core.core.call(name, input)))
      return median(times)
    }
    const growth = async (name: Procedure, input: unknown): Promise<Figure> =>
      figure(name, await read(large.real, name, input), 'the same with 100 annotations', await read(small.real, name, input), null)
    return [
      figure('annotations.create', write, 'bare insert of such a row, synchronous FULL', await bareInsert(large.real.folder), null),
      figure('history.undo', median(undos), 'annotations.create', write, 1.2),
      await growth('articles.list', {}),
      await growth('compare.matrix', {}),
      await growth('library.check', {}),
    ]
  } finally {
    await small.real.close()
    await large.real.close()
  }
}

/** A library with one article for every hundred annotations. */
async function filledCore(annotations: number): Promise<{ real: RealCore; articleId: number }> {
  const real = await openRealCore()
  const random = seeded(7)
  let articleId = 0
  for (let made = 0; made < annotations; made += 1) {
    if (made % 100 === 0)
      articleId = await importText(
        real.core,
        real.client,
        `Article ${made}\n\n${Array.from({ length: 600 }, () => WORDS[random(WORDS.length)]).join(' ')}`,
      )
    const start = random(2_500)
    await real.client.call('annotations.create', {
      articleId,
      start,
      end: start + 30,
      tag: random(2) === 0 ? 'demand' : 'threat',
      speaker: `Party ${random(8)}`,
      issues: [`Issue ${random(12)}`],
    })
  }
  return { real, articleId }
}

async function bareInsert(folder: string): Promise<number> {
  const db = new Database(join(folder, 'bare.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(
    'CREATE TABLE a(id INTEGER PRIMARY KEY, article INTEGER, s INTEGER, e INTEGER, quote TEXT, prefix TEXT, suffix TEXT, tag INTEGER) STRICT; CREATE INDEX i ON a(article, s)',
  )
  const insert = db.prepare('INSERT INTO a(article, s, e, quote, prefix, suffix, tag) VALUES (?, ?, ?, ?, ?, ?, ?)')
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    times.push(await timed(() => insert.run(1, round, round + 20, 'q'.repeat(20), 'p'.repeat(32), 's'.repeat(32), 1)))
  db.close()
  return median(times)
}
