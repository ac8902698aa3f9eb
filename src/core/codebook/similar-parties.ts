/**
 * Parties that may be one and the same, because their names look alike: suggestions only, in an order that is the same each time.
 * Names are compared folded, so case, accents and letter variants count for nothing. Pure.
 */
import type { Party, SimilarParties } from '../../shared/domain/party.ts'
import { foldName } from '../../shared/text/fold.ts'

type Named = Pick<Party, 'id' | 'parentId' | 'name' | 'retired'> & { aliases: readonly { name: string }[] }

interface Name {
  party: number
  raw: string
  /** Code points of letters and digits of the folded name. */
  letters: Int32Array
  words: string[]
  /** Digits in their order: "Brigade 201" is not a misspelt "Brigade 202". */
  digits: string
  /** The words in order of the alphabet. */
  sorted: string
  /** The letters as text where the name is one word of capitals, such as "TTP". */
  acronym: string | null
  /** First letters of the words, of all and of those longer than two letters. */
  initials: readonly [string, string]
  /** One bit for each kind of letter: what differs in many bits cannot be spelled nearly alike. */
  mask: number
}

const MOST = 100
/** Share of letters that may differ. */
const NEAR = 0.83
/** Shorter names differ by a letter and mean another. */
const SHORTEST = 5

/** Pairs, most alike first; retired parties and a party and what stands directly above or beneath it are only compared by spelling. */
export function similarParties(parties: readonly Named[]): SimilarParties[] {
  const alive = parties.filter((party) => !party.retired)
  const above = new Map(alive.map((party) => [party.id, party.parentId]))
  const names = alive.flatMap((party) => [party.name, ...party.aliases.map((alias) => alias.name)].map((raw) => nameOf(party.id, raw)))
  names.sort((a, b) => a.letters.length - b.letters.length || a.party - b.party || (a.raw < b.raw ? -1 : 1))
  const best = new Map<string, SimilarParties>()
  names.forEach((short, index) => {
    for (let at = index + 1; at < names.length; at++) {
      const long = names[at]
      if (!long || long.party === short.party) continue
      const found = compare(short, long)
      if (!found || (found.reason === 'part' && isAbove(above, short.party, long.party))) continue
      const [first, second] = short.party < long.party ? [short, long] : [long, short]
      const key = `${first.party} ${second.party}`
      if ((best.get(key)?.score ?? 0) >= found.score) continue
      best.set(key, { ids: [first.party, second.party], names: [first.raw, second.raw], ...found })
    }
  })
  return [...best.values()].sort((a, b) => b.score - a.score || a.ids[0] - b.ids[0] || a.ids[1] - b.ids[1]).slice(0, MOST)
}

function nameOf(party: number, raw: string): Name {
  const words = foldName(raw).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const letters = Int32Array.from(words.join(''), (letter) => letter.codePointAt(0) ?? 0)
  const firsts = (list: readonly string[]): string => list.map((word) => Array.from(word)[0]).join('')
  return {
    party,
    raw,
    letters,
    words,
    digits: words.join('').replaceAll(/\P{N}/gu, ''),
    sorted: words.toSorted().join(' '),
    acronym: /^\p{Lu}{2,8}$/u.test(raw) ? words.join('') : null,
    initials: [firsts(words), firsts(words.filter((word) => word.length > 2))],
    mask: letters.reduce((bits, letter) => bits | (1 << (letter % 31)), 0),
  }
}

/** `short` has no more letters than `long`. */
function compare(short: Name, long: Name): Pick<SimilarParties, 'reason' | 'score'> | null {
  if (short.acronym !== null && long.words.length > 1 && long.initials.includes(short.acronym)) return { reason: 'initials', score: 0.9 }
  if (short.words.length > 1 && short.sorted === long.sorted) return { reason: 'words', score: 0.98 }
  const allowed = Math.floor(long.letters.length * (1 - NEAR) + 1e-9)
  const isComparable =
    short.digits === long.digits && short.letters.length >= SHORTEST && long.letters.length - short.letters.length <= allowed
  if (isComparable && bitCount(short.mask ^ long.mask) <= 2 * allowed) {
    const distance = editDistance(short.letters, long.letters, allowed)
    if (distance <= allowed) return { reason: 'spelling', score: round(1 - distance / long.letters.length) }
  }
  const share = short.words.length / long.words.length
  const isPart = short.words.length > 1 && share < 1 && share >= 0.6 && short.words.every((word) => long.words.includes(word))
  return isPart ? { reason: 'part', score: round(share * 0.9) } : null
}

const isAbove = (above: ReadonlyMap<number, number | null>, a: number, b: number): boolean => above.get(a) === b || above.get(b) === a
const round = (score: number): number => Math.round(score * 100) / 100

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** Letters added, left out, changed or exchanged with their neighbour; `limit` + 1 where there are more. Looks only near the diagonal. */
function editDistance(a: Int32Array, b: Int32Array, limit: number): number {
  const far = limit + 1
  let [before, row, next] = [new Int32Array(b.length + 1), new Int32Array(b.length + 1), new Int32Array(b.length + 1)]
  for (let j = 0; j <= b.length; j++) row[j] = Math.min(j, far)
  for (let i = 1; i <= a.length; i++) {
    next.fill(far)
    next[0] = Math.min(i, far)
    let least = i <= limit ? i : far
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let edits = Math.min((row[j] ?? far) + 1, (next[j - 1] ?? far) + 1, (row[j - 1] ?? far) + cost, far)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, (before[j - 2] ?? far) + 1)
      next[j] = edits
      if (edits < least) least = edits
    }
    if (least > limit) return far
    ;[before, row, next] = [row, next, before]
  }
  return row[b.length] ?? far
}
