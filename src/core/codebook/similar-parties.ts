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
  /** Letters and digits of the folded name. */
  letters: string[]
  words: string[]
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
  names.sort((a, b) => a.letters.length - b.letters.length || a.party - b.party)
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
  const letters = Array.from(words.join(''))
  const mask = letters.reduce((bits, letter) => bits | (1 << ((letter.codePointAt(0) ?? 0) % 31)), 0)
  return { party, raw, letters, words, mask }
}

/** `short` has no more letters than `long`. */
function compare(short: Name, long: Name): Pick<SimilarParties, 'reason' | 'score'> | null {
  if (isInitials(short, long)) return { reason: 'initials', score: 0.9 }
  if (short.words.length > 1 && short.words.toSorted().join(' ') === long.words.toSorted().join(' '))
    return { reason: 'words', score: 0.98 }
  const allowed = Math.floor(long.letters.length * (1 - NEAR) + 1e-9)
  const isComparable = short.letters.length >= SHORTEST && long.letters.length - short.letters.length <= allowed
  if (isComparable && bitCount(short.mask ^ long.mask) <= 2 * allowed) {
    const distance = editDistance(short.letters, long.letters, allowed)
    if (distance <= allowed) return { reason: 'spelling', score: round(1 - distance / long.letters.length) }
  }
  const isPart = short.words.length > 1 && short.words.length < long.words.length && short.words.every((word) => long.words.includes(word))
  const share = short.words.length / long.words.length
  return isPart && share >= 0.6 ? { reason: 'part', score: round(share * 0.9) } : null
}

/** "TTP" of "Tehreek-e-Taliban Pakistan": a word of capitals, from the words that are longer than two letters. */
function isInitials(short: Name, long: Name): boolean {
  if (!/^\p{Lu}{2,8}$/u.test(short.raw) || long.words.length < 2) return false
  const initials = (words: readonly string[]): string => words.map((word) => Array.from(word)[0]).join('')
  const wanted = short.letters.join('')
  return wanted === initials(long.words) || wanted === initials(long.words.filter((word) => word.length > 2))
}

const isAbove = (above: ReadonlyMap<number, number | null>, a: number, b: number): boolean => above.get(a) === b || above.get(b) === a
const round = (score: number): number => Math.round(score * 100) / 100

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** Letters added, left out, changed or exchanged with their neighbour; `limit` + 1 where there are more. */
function editDistance(a: readonly string[], b: readonly string[], limit: number): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next.push(least)
    }
    if (Math.min(...next) > limit) return limit + 1
    before = row
    row = next
  }
  return row[b.length] ?? limit + 1
}
