/**
 * The sample library as content: library.json and its eight articles must fit together before any importer sees them.
 * Every quote is looked up in its file; every name, path and key that is referred to must exist.
 */
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annotations, articles, decode, dir, library, marks, readBytes, tags } from './sample-library.ts'

const byKey = new Map(annotations.map((a) => [a.key, a]))
const partyNames = new Set(library.parties.map((p) => p.name))
const issueKey = (path: readonly string[]): string => path.join(' › ')
const issueKeys = new Set(library.issues.map((i) => issueKey(i.path)))

/** UTF-16 offset of the nth (1-based) occurrence of `quote`, overlapping ones counted; -1 where there are fewer. */
function offsetOf(haystack: string, quote: string, nth: number): number {
  let at = -1
  for (let i = 0; i < nth; i++) {
    at = haystack.indexOf(quote, at + 1)
    if (at < 0) return -1
  }
  return at
}

/** The topmost party above `name`; throws when the chain of parents is broken or runs in a circle. */
function rootOf(name: string): string {
  const seen = new Set<string>()
  for (let at = name; ;) {
    if (seen.has(at)) throw new Error(`parents of ${name} run in a circle`)
    seen.add(at)
    const party = library.parties.find((p) => p.name === at)
    if (!party) throw new Error(`no party ${at}`)
    if (party.parent === null) return at
    at = party.parent
  }
}

const duplicates = (values: readonly string[]): string[] => values.filter((v, i) => values.indexOf(v) !== i)

describe('sample articles', () => {
  it('are the eight files in the folder, each described once', () => {
    expect(library.articles.map((a) => a.file)).toEqual(readdirSync(resolve(dir, 'articles')).sort())
    expect(articles).toHaveLength(8)
    expect(duplicates(articles.map((a) => a.outlet))).toEqual([])
  })

  it('are five in English and one each in Urdu, Dari and Chinese', () => {
    const languages = articles.map((a) => a.language).sort()
    expect(languages).toEqual(['en', 'en', 'en', 'en', 'en', 'fa-AF', 'ur', 'zh-Hans'])
  })

  it.each(['library.json', ...articles.map((a) => `articles/${a.file}`)])('%s is UTF-8 in NFC with LF and without BOM', (name) => {
    const content = decode(readBytes(name))
    expect(content).toBe(content.normalize('NFC'))
    expect(content.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\uFEFF|\uFFFD/u)
    expect(content.endsWith('\n') && !content.endsWith('\n\n')).toBe(true)
  })

  it.each(articles)('$file: headline, byline, paragraphs, sample mark', ({ text: content, title, language, outlet, author }) => {
    const blocks = content.trimEnd().split('\n\n')
    expect(blocks[0]).toBe(title)
    expect(blocks[1]?.includes(outlet)).toBe(true)
    expect(blocks[1]?.toLowerCase()).toContain(author.toLowerCase())
    expect(blocks.length).toBeGreaterThanOrEqual(7)
    expect(blocks.every((b) => b === b.trim() && !b.includes('\n') && !/ {2}/.test(b))).toBe(true)
    expect(blocks.at(-1)).toBe(marks[language])
  })

  it.each(articles)('$file: is of the length of a short article', ({ text: content, language }) => {
    const [least, most] = language === 'zh-Hans' ? [350, 800] : [180, 420]
    const size = language === 'zh-Hans' ? (content.match(/\p{Script=Han}/gu) ?? []).length : content.trim().split(/\s+/).length
    expect(size).toBeGreaterThanOrEqual(least)
    expect(size).toBeLessThanOrEqual(most)
  })

  it.each(articles)('$file: is written in the letters of its language', ({ text: content, language }) => {
    // Urdu and Dari share most letters; each is told by letters the other does not have, and neither may hold Arabic ي or ك.
    if (language === 'en') expect(content).not.toMatch(/\p{Script=Arabic}|\p{Script=Han}/u)
    if (language === 'zh-Hans') expect(content).not.toMatch(/\p{Script=Arabic}|[會談議關機構]/u)
    if (language === 'ur') expect(content).toMatch(/[ٹڈڑےں]/u)
    if (language === 'fa-AF') expect(content).not.toMatch(/[ٹڈڑےںہھ]/u)
    expect(content).not.toMatch(/[يكىة]/u)
  })
})

describe('sample codebook', () => {
  it('names every party, alias and issue once', () => {
    const names = [...partyNames, ...library.parties.flatMap((p) => p.aliases.map((a) => a.name))]
    expect(duplicates(names.map((n) => n.toLowerCase()))).toEqual([])
    expect(duplicates(library.issues.map((i) => issueKey(i.path)))).toEqual([])
  })

  it('has examples that are coded with the tag or issue they show, and affiliations between parties that are there', () => {
    expect(library.examples.length).toBeGreaterThan(10)
    for (const { tag, issue, annotation } of library.examples) {
      const coded = byKey.get(annotation)
      expect((tag === undefined) === (issue === undefined), annotation).toBe(false)
      if (tag !== undefined) expect(coded?.tag, annotation).toBe(tag)
      else expect(coded?.issues.map(issueKey), annotation).toContain(issueKey(issue ?? []))
    }
    const affiliations = library.parties.flatMap((party) => (party.affiliations ?? []).map((one) => ({ ...one, name: party.name })))
    expect(affiliations.length).toBeGreaterThan(3)
    expect(affiliations.filter((one) => !partyNames.has(one.with) || one.with === one.name)).toEqual([])
  })

  it('lists a parent before its children, in parties and issues', () => {
    library.parties.forEach((p, i) => {
      if (p.parent !== null) expect(library.parties.slice(0, i).map((q) => q.name)).toContain(p.parent)
    })
    library.issues.forEach(({ path }, i) => {
      if (path.length > 1) expect(library.issues.slice(0, i).map((q) => issueKey(q.path))).toContain(issueKey(path.slice(0, -1)))
    })
  })

  it('knows every outlet as a party of the kind media', () => {
    const media = library.parties.filter((p) => p.kind === 'media').flatMap((p) => [p.name, ...p.aliases.map((a) => a.name)])
    for (const { outlet } of articles) expect(media).toContain(outlet)
  })
})

describe('sample annotations', () => {
  it('are at least 48, with unique keys, in every tag', () => {
    expect(annotations.length).toBeGreaterThanOrEqual(48)
    expect(byKey.size).toBe(annotations.length)
    expect([...new Set(annotations.map((a) => a.tag))].sort()).toEqual([...tags].sort())
  })

  it.each(annotations)(
    '$key: its quote stands in the article, at that occurrence and inside the body',
    ({ quote, occurrence, article }) => {
      const start = offsetOf(article.text, quote, occurrence)
      expect(start).toBeGreaterThan(article.title.length)
      expect(start + quote.length).toBeLessThanOrEqual(article.text.indexOf(marks[article.language]))
    },
  )

  it.each(annotations)('$key: refers only to parties and issues that exist', (a) => {
    const named = [a.speaker, ...(a.onBehalfOf === null ? [] : [a.onBehalfOf]), ...a.targets, ...a.reportedBy]
    expect(named.filter((n) => !partyNames.has(n))).toEqual([])
    expect(a.issues.map(issueKey).filter((k) => !issueKeys.has(k))).toEqual([])
    if (a.onBehalfOf !== null) expect(rootOf(a.speaker)).toBe(rootOf(a.onBehalfOf))
  })

  it('carry an English translation exactly where the article is not in English', () => {
    for (const a of annotations) {
      const foreign = a.article.language !== 'en'
      expect([a.key, a.translation !== null, a.translationLanguage]).toEqual([a.key, foreign, foreign ? 'en' : null])
    }
  })

  it('say on what a conditional stance depends and what a threat would bring', () => {
    expect(annotations.filter((a) => a.stance === 'conditional' && a.condition === null).map((a) => a.key)).toEqual([])
    expect(annotations.filter((a) => a.tag === 'threat' && (a.condition === null || a.consequence === null)).map((a) => a.key)).toEqual([])
  })

  it('are not dated after the article that reports them', () => {
    const late = annotations.filter((a) => a.stated !== null && a.stated.slice(0, 10) > a.article.published.slice(0, 10))
    expect(late.map((a) => a.key)).toEqual([])
  })

  it('overlap three deep somewhere, one nested and two crossing', () => {
    const found = articles.filter((article) => {
      const spans = article.annotations.map((a) => {
        const start = offsetOf(article.text, a.quote, a.occurrence)
        return { start, end: start + a.quote.length }
      })
      return spans.some((nested) => {
        const around = spans.filter((s) => s.start <= nested.start && s.end >= nested.end && s.end - s.start > nested.end - nested.start)
        return around.some((a) => around.some((b) => a.start < b.start && a.end < b.end))
      })
    })
    expect(found.map((a) => a.file)).toContain('05-out-of-road.txt')
  })

  it('give both sides a stance on at least eight issues', () => {
    const stanceIssues = (side: string): Set<string> =>
      new Set(annotations.filter((a) => a.stance !== null && rootOf(a.speaker) === side).flatMap((a) => a.issues.map(issueKey)))
    const kabul = stanceIssues('Afghan Taliban government')
    expect([...stanceIssues('Pakistan')].filter((i) => kabul.has(i)).length).toBeGreaterThanOrEqual(8)
  })
})

describe('sample threads', () => {
  it.each(library.threads)('$title: parties, issue and members exist', (thread) => {
    const named = [thread.owner, thread.addressee, ...(thread.monitor === null ? [] : [thread.monitor])]
    expect(named.filter((n) => !partyNames.has(n))).toEqual([])
    expect(issueKeys.has(issueKey(thread.issue))).toBe(true)
    expect(thread.members.filter((m) => !byKey.has(m.annotation))).toEqual([])
  })

  it.each(library.threads)('$title: begins with "raised" and runs through dates and outlets in order', (thread) => {
    const members = thread.members.flatMap((m) => byKey.get(m.annotation) ?? [])
    const dates = members.map((a) => (a.stated ?? a.article.published).slice(0, 10))
    expect(thread.members[0]?.role).toBe('raised')
    expect(dates).toEqual([...dates].sort())
    expect(new Set(dates).size).toBeGreaterThanOrEqual(4)
    expect(new Set(members.map((a) => a.article.outlet)).size).toBeGreaterThanOrEqual(4)
  })

  it('hold no annotation twice', () => {
    expect(duplicates(library.threads.flatMap((t) => t.members.map((m) => m.annotation)))).toEqual([])
  })
})

describe('sample summaries', () => {
  it.each(library.summaries)('$party, $issue: rests on quotes of that cell, each under the number that stands in the text', (summary) => {
    expect(summary.quotes.filter((key) => !byKey.has(key))).toEqual([])
    const quoted = summary.quotes.flatMap((key) => byKey.get(key) ?? [])
    expect(quoted.filter((a) => rootOf(a.speaker) !== summary.party)).toEqual([])
    expect(quoted.filter((a) => !a.issues.some((one) => issueKey(one) === issueKey(summary.issue)))).toEqual([])
    const numbers = [...summary.text.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number))
    expect([...new Set(numbers)].toSorted((a, b) => a - b)).toEqual(summary.quotes.map((_, index) => index + 1))
  })
})

describe('sample readings', () => {
  it.each(library.readings)('$party, $issue: names a party and an issue, and reads something', ({ party, issue, stance, trend }) => {
    expect(partyNames.has(party)).toBe(true)
    expect(issueKeys.has(issueKey(issue))).toBe(true)
    expect(stance ?? trend).not.toBeNull()
  })
})
