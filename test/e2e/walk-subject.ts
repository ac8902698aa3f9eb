/** The article that the walk is about: the real one where the corpus is there, else our own of the same shape. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

export interface WalkSubject {
  path: string
  name: string
  text: string
  outlet: string
  author: string
  url: string
  /** What the proposed title begins with. */
  title: string
  demand: { quote: string; speaker: string; target: string; issue: string; alias: string }
  threat: string
  position: string
  /** Overlaps the demand. */
  overlap: string
}

const root = resolve(import.meta.dirname, '../..')
const own = join(root, 'test/fixtures/walk/strait-talks.txt')
const corpus = join(process.env.PARLEY_CORPUS ?? resolve(root, '../shared/corpus'), 'article/istanbul-talks.txt')

const subject = (path: string, rest: Omit<WalkSubject, 'path' | 'name' | 'text'>): WalkSubject => ({
  path,
  name: basename(path),
  text: readFileSync(path, 'utf8'),
  ...rest,
})

/** Our own article. */
export const ownSubject = (): WalkSubject =>
  subject(own, {
    outlet: 'Harbour Monitor',
    author: 'Lena Okoro',
    url: 'https://harbour.example/articles/2217',
    title: 'Delegations from Norvik and the Isle of Tarn',
    demand: {
      quote: '"visible, dated and lasting measures" against smugglers',
      speaker: 'Norvik',
      target: 'Government of Tarn',
      issue: 'Smuggling › Measures against smugglers',
      alias: 'Port Selby delegation',
    },
    threat: 'we will close the strait to every ship that flies the flag of Tarn',
    position: 'did not bring us one step closer',
    overlap: 'lasting measures" against smugglers who use its coves',
  })

/** The real article, or our own with a line that says so. */
export function walkSubject(): WalkSubject {
  if (!existsSync(corpus)) {
    console.log('skipped: no corpus; the walk uses an article of our own')
    return ownSubject()
  }
  return subject(corpus, {
    outlet: 'Observer News',
    author: 'Chen Sijia',
    url: 'https://www.toutiao.com/article/7566968361729425960/',
    title: 'Pakistan and Afghanistan started a new round of talks',
    demand: {
      quote: '"clear, verifiable and effective actions" against terrorist organizations',
      speaker: 'Pakistan',
      target: 'Afghan Taliban government',
      issue: 'Cross-border attacks › Action against armed groups',
      alias: 'Islamabad',
    },
    threat: 'completely destroy the Afghan Taliban government and drive them back to the caves',
    position: 'did not reach any feasible solution',
    overlap: 'effective actions" against terrorist organizations operating within its territory',
  })
}
