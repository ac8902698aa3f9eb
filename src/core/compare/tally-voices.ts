/**
 * Voices of stories: articles of one story speak in a cell with one voice, that of the first of them whose outlet is known. They are noted
 * in order of time and counted at the end story by story, so that of each cell no more is kept than the story that spoke there last. Pure.
 */
import { NOWHERE } from './places.ts'
import type { Cells } from './tally-cells.ts'

export interface Voices {
  size: number
  /** Place of the cell of a very issue, as in `cellAt`; id of the story; number of the outlet. */
  place: Int32Array
  story: Int32Array
  outlet: Int32Array
}

export const noVoices = (): Voices => ({ size: 0, place: new Int32Array(64), story: new Int32Array(64), outlet: new Int32Array(64) })

export function voiceOf(voices: Voices, place: number, story: number, outlet: number): void {
  if (voices.size === voices.place.length) for (const name of ['place', 'story', 'outlet'] as const) voices[name] = doubled(voices[name])
  const at = voices.size++
  voices.place[at] = place
  voices.story[at] = story
  voices.outlet[at] = outlet
}

function doubled(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

/** Puts the outlets that spoke into the cells of their issues and of all above; these must be there. */
export function countVoices(voices: Voices, { cellAt, parties, byVoice, outletWidth }: Cells, above: Int32Array): void {
  /** The story that spoke last, by place. */
  const spoke = new Int32Array(cellAt.length)
  const order = byStory(voices)
  for (let index = 0; index < order.length; index++) {
    const voice = order[index] ?? 0
    const [story, outlet, own] = [voices.story[voice] ?? 0, voices.outlet[voice] ?? 0, voices.place[voice] ?? 0]
    const party = own % parties
    for (let issue = (own - party) / parties; issue !== NOWHERE; issue = above[issue] ?? NOWHERE) {
      const place = issue * parties + party
      if (spoke[place] === story) continue
      spoke[place] = story
      const word = ((cellAt[place] ?? 0) - 1) * outletWidth + (outlet >>> 5)
      byVoice[word] = (byVoice[word] ?? 0) | (1 << (outlet & 31))
    }
  }
}

/** Story after story, each in order of time. Counts instead of comparing: ids are small numbers. */
function byStory({ size, story }: Voices): Int32Array {
  let highest = 0
  for (let voice = 0; voice < size; voice++) highest = Math.max(highest, story[voice] ?? 0)
  const next = new Int32Array(highest + 2)
  for (let voice = 0; voice < size; voice++) next[(story[voice] ?? 0) + 1] = (next[(story[voice] ?? 0) + 1] ?? 0) + 1
  for (let id = 1; id < next.length; id++) next[id] = (next[id] ?? 0) + (next[id - 1] ?? 0)
  const order = new Int32Array(size)
  for (let voice = 0; voice < size; voice++) {
    const id = story[voice] ?? 0
    const place = next[id] ?? 0
    order[place] = voice
    next[id] = place + 1
  }
  return order
}
