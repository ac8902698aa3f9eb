/** Parley → JSON-LD → Parley: an equal library, whatever is in it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { libraryPlan, makeLibrary } from '../../../helpers/random-library.ts'
import { choiceOf, exported, lossWords } from '../exporters/interchange.ts'
import { contentsOf } from '../exporters/refi/oracle.ts'
import { projectLibrary, readProject } from '../projects/helpers.ts'
import { fill } from '../projects/library-source.ts'

const whole = choiceOf('jsonld', { history: true, originals: true })

describe('a library as web annotations', () => {
  test('comes in again as an equal library, and once more as nothing new', async () => {
    const [theirs, mine] = [projectLibrary(), projectLibrary()]
    fill(theirs.library)
    const { bytes, lost } = await exported(theirs.db, whole)
    const reading = await readProject(bytes, 'talks.jsonld')
    expect(reading).toMatchObject({ format: 'jsonld', lost: [] })
    await mine.bring(reading)
    expect(contentsOf(mine.db)).toEqual(contentsOf(theirs.db))
    const again = await mine.bring(reading, { take: { articles: 'theirs', annotations: 'theirs', threads: 'theirs' } })
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['duplicate']))
    expect(lost).toEqual([{ code: 'jsonld-own', count: 4 }])
    expect(lossWords('jsonld-own')).toContain('{count')
  })

  test('any library comes in again as an equal one', async () => {
    await fc.assert(
      fc.asyncProperty(libraryPlan, async (plan) => {
        const [theirs, mine] = [projectLibrary(), projectLibrary()]
        makeLibrary(theirs.library, plan)
        const reading = await readProject((await exported(theirs.db, whole)).bytes)
        expect(reading.lost).toEqual([])
        await mine.bring(reading)
        expect(contentsOf(mine.db)).toEqual(contentsOf(theirs.db))
        expect(mine.library.check()).toMatchObject({ integrity: [], foreignKeys: [] })
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})
