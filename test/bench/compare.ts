/**
 * Comparing at the size of a large library: reading the columns, keeping them in step, and the views that are worked out from them, against
 * the same questions to the database (compare-baselines.ts) and against a library of a thousand articles.
 */
import { randomUUID } from 'node:crypto'
import type { Filter } from '../../src/shared/domain/filter.ts'
import { openCore } from '../../src/core/app.ts'
import type { Procedure } from '../../src/shared/rpc/contract.ts'
import type { Core } from '../../src/shared/rpc/core-control.ts'
import { dayToIso } from '../../src/shared/domain/partial-date.ts'
import { buildMatrix } from '../../src/core/compare/matrix.ts'
import { comparisonOf } from '../../src/core/store/comparison.ts'
import { openLibraryFile } from '../../src/core/store/library-file.ts'
import { evidenceByIds } from '../../src/core/store/filtered.ts'
import { statementColumns } from '../../src/core/store/statement-columns.ts'
import { selectStatements } from '../../src/core/store/statement-filter.ts'
import type { ReadDb } from '../../src/core/store/types.ts'
import type { RealCore } from '../helpers/real-core.ts'
import { baselines, FILTERED } from './compare-baselines.ts'
import { codedArticles } from './compare-library.ts'
import { median, type Figure } from './index.ts'

const ROUNDS = 9
const FILTER: Filter = {
  tags: FILTERED.tags,
  from: dayToIso(FILTERED.from),
  outlets: FILTERED.outlets.map((id) => `Outlet ${id}`),
}
/** Cells in sight of a large window. */
const IN_SIGHT = 200

export async function compareSuite(size: number): Promise<Figure[]> {
  const { real, seen } = await codedArticles(size, baselines)
  const small = size > 1_000 ? (await codedArticles(1_000, () => null)).real : null
  const figure = (name: string, value: number, baseline: string | null, baselineValue: number | null, target: number | null): Figure => ({
    suite: 'compare',
    name,
    size: `${size * 10} annotations`,
    value,
    unit: 'ms',
    baseline,
    baselineValue,
    // In a small library all that is worked out besides, and the way in and out, weigh more than the statements.
    target: size < 100_000 ? null : target,
  })
  try {
    const viewsOf =
      (core: Core, smallCore: Core | null) =>
      async (
        name: string,
        procedure: Procedure,
        input: object,
        sql: readonly [string, number],
        target: number | null,
      ): Promise<Figure[]> => {
        const value = await called(core, procedure, input)
        const grown = smallCore
          ? [figure(`${name}, to 10,000 annotations`, value, 'the same', await called(smallCore, procedure, input), null)]
          : []
        return [figure(name, value, ...sql, target), ...grown]
      }
    const asked = { level: 'speaker', quotes: false }
    return [
      ...(await inCore(real.path, seen.read, seen.filtered, figure, () => real.core.control.closeLibrary())),
      ...(await asBuilt(real, small, async (core, smallCore) => {
        const views = viewsOf(core, smallCore)
        return [
          ...(await views('matrix, all', 'compare.matrix', asked, ['counts and newest quotes in SQL', seen.matrix], 0.15)),
          ...(await views('matrix, filtered', 'compare.matrix', { ...asked, filter: FILTER }, ['the same in SQL', seen.filtered], 0.15)),
          ...(await views('timeline', 'timeline.marks', {}, ['by day, tag and party in SQL', seen.timeline], null)),
          ...(await views('network', 'network.read', { level: 'speaker', basis: 'all' }, ['the same in SQL', seen.network], null)),
          figure(
            'network',
            await called(core, 'network.read', { level: 'speaker', basis: 'all' }),
            'parties in one article in SQL',
            seen.coOccurrence,
            0.02,
          ),
        ]
      })),
    ]
  } finally {
    await small?.close()
    await real.close()
  }
}

type MakeFigure = (name: string, value: number, baseline: string | null, baselineValue: number | null, target: number | null) => Figure

/** What is measured on the open library itself, without the way in and out of the core. */
async function inCore(path: string, read: number, filtered: number, figure: MakeFigure, close: () => Promise<unknown>): Promise<Figure[]> {
  await close()
  const library = openLibraryFile(path, { clock: () => Date.now(), uid: () => randomUUID(), coder: 'Tester' })
  const db = library.read
  try {
    const before = process.memoryUsage().arrayBuffers
    const load = await timed(() => statementColumns(db))
    const bytes = (process.memoryUsage().arrayBuffers - before) / statementColumns(db).count
    const [write, step] = await inStep((id) => {
      library.write(
        { kind: 'bench', subject: null, count: 1 },
        (into) => void into.run('UPDATE annotation SET stated_day = 20001, stated = ? WHERE id = ?', [dayToIso(20_001), id]),
      )
    }, db)
    const ids = columnsOf(db).slice(0, 2_400)
    const found = matrixIds(db)
    return [
      figure('columns, read the first time', load, 'the same rows as arrays', read, null),
      { ...figure('columns in memory, an annotation', bytes, null, null, null), unit: 'bytes' },
      figure('columns in step after a write', step, 'the write', write, null),
      figure(
        'filter: tags, days, outlets',
        await medianOf(() => selectStatements(db, FILTER)),
        'the filtered matrix in SQL',
        filtered,
        null,
      ),
      figure('filter: stories once', await medianOf(() => selectStatements(db, { storyOnce: true })), null, null, null),
      figure(
        'filtered matrix with the quotes in sight',
        await medianOf(() => evidenceByIds(db, matrixIds(db).slice(0, IN_SIGHT))),
        'counts and all newest quotes in SQL',
        filtered,
        0.15,
      ),
      figure(
        'filtered matrix with all its newest quotes',
        await medianOf(() => evidenceByIds(db, matrixIds(db))),
        'the same in SQL',
        filtered,
        null,
      ),
      figure(`quotes by ids, ${found.length}`, await medianOf(() => evidenceByIds(db, found)), null, null, null),
      figure(`quotes by ids, ${ids.length} of the first days`, await medianOf(() => evidenceByIds(db, ids)), null, null, null),
    ]
  } finally {
    library.close()
  }
}

/** Time of the processor, in milliseconds: on a machine that others use too, the clock on the wall measures them. */
async function timed(work: () => unknown): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

/** Ids of the newest statement of each cell, with all that the matrix says beside it. */
function matrixIds(db: ReadDb): number[] {
  const { columns, rows, context } = comparisonOf(db, FILTER, 'speaker')
  return buildMatrix(columns, rows, context).cells.map((cell) => cell.newestId)
}

const columnsOf = (db: ReadDb): number[] => Array.from(statementColumns(db).id.subarray(0, 10_000))

/** Medians of a write, and of the columns asked for after it. */
async function inStep(write: (id: number) => void, db: ReadDb): Promise<[write: number, step: number]> {
  const times: [number[], number[]] = [[], []]
  const { count } = statementColumns(db)
  for (let round = 0; round < ROUNDS * 3; round += 1) {
    times[0].push(await timed(() => write(1 + ((round * 7_919) % count))))
    times[1].push(await timed(() => statementColumns(db)))
  }
  return [median(times[0]), median(times[1])]
}

/** The libraries in cores as they are built for users, which do not parse what they answer. */
async function asBuilt(
  real: RealCore,
  small: RealCore | null,
  work: (core: Core, smallCore: Core | null) => Promise<Figure[]>,
): Promise<Figure[]> {
  const core = await built(real)
  const smallCore = small && (await built(small))
  try {
    return await work(core, smallCore)
  } finally {
    await smallCore?.control.shutdown()
    await core.control.shutdown()
  }
}

async function built(real: RealCore): Promise<Core> {
  await real.core.control.closeLibrary()
  const core = openCore({ coder: 'Tester', checkOutput: false })
  await core.control.openLibrary(real.path)
  return core
}

const called = (core: Core, name: Procedure, input: object): Promise<number> =>
  medianOf(async () => {
    const answer = await core.call(name, input)
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`)
  })

/** The first time reads the columns and does not count. */
async function medianOf(work: () => unknown): Promise<number> {
  await work()
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) times.push(await timed(work))
  return median(times)
}
