/** The network as an export: the numbers of the view with nothing else chosen, and a file that says of itself that it holds no articles. */
import { expect, test } from 'vitest'
import { networkOf } from '../../../../src/core/exporters/network/read-network.ts'
import { readFile } from '../../../../src/core/importers/read-file.ts'
import { insertAnnotation } from '../../../../src/core/store/annotations.ts'
import { networkInputSchema } from '../../../../src/shared/domain/network.ts'
import { projectLibrary } from '../projects/helpers.ts'
import { fill, GRAIN, step } from '../projects/library-source.ts'
import { choiceOf, exported, lossWords } from './interchange.ts'

test('E14 the file holds the network of the filter, and says what it leaves behind', async () => {
  const { library, db } = projectLibrary()
  const { ferry, grain } = fill(library)
  step(library, (write, context) => {
    const at = { articleId: grain, tag: 'position', start: 0, end: GRAIN.indexOf(' in Marsa'), issues: ['Tolls'] }
    insertAnnotation(write, { ...at, speaker: 'Isle <Council> & "friends"', stance: 'opposes' }, context)
    insertAnnotation(write, { ...at, speaker: 'Marsa', stance: 'opposes' }, context)
  })
  const { text, lost } = await exported(db, choiceOf('graphml'))
  const { nodes, edges, left } = networkOf(db, networkInputSchema.parse({}))
  expect([nodes.length, edges.length]).toEqual([2, 1])
  expect(text.match(/<node /g)).toHaveLength(nodes.length)
  expect(text.match(/<edge /g)).toHaveLength(edges.length)
  expect(text).toContain('Isle &lt;Council&gt; &amp; &quot;friends&quot;')
  expect(lost).toEqual([
    { code: 'graphml-articles', count: 2 },
    { code: 'graphml-annotations', count: 5 },
    { code: 'graphml-statements', count: left },
  ])
  for (const { code } of lost) expect(lossWords(code)).toMatch(/\{count/)
  const filtered = await exported(db, choiceOf('graphml', { filter: { articles: [ferry] } }))
  expect(filtered.text).not.toContain('<node ')
})

test('a network that someone tries to import is named for what it is', async () => {
  const { library, db } = projectLibrary()
  fill(library)
  const { bytes } = await exported(db, choiceOf('graphml'))
  for (const name of ['network.graphml', 'network.xml', 'network'])
    expect(await readFile({ name, bytes })).toEqual({
      kind: 'problem',
      format: null,
      problem: { code: 'format', details: { format: 'GraphML' } },
    })
})
