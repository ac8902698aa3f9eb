/** Before anything was looked for: the searches that are kept, and what a query can say, with examples of this library to press. */
import { useData } from '../../lib/data.ts'
import { asQueryValue } from '../../lib/query-value.ts'
import { useCodebook } from '../../lib/codebook.ts'
import { useSay } from '../../lib/say.ts'
import styles from './search-help.module.css'

export function SearchHelp({ onSearch }: { onSearch: (query: string) => void }) {
  const say = useSay()
  const { tags, parties } = useCodebook()
  const { data: kept = [] } = useData('searches.list', {})
  const { data: newest } = useData('search.quick', { text: '', limit: 20 })
  const [word = say('search.example.word'), other = say('search.example.other')] = wordsOf((newest ?? []).map(({ title }) => title))
  const outlet = newest?.find((article) => article.outlet !== null)?.outlet
  const month = newest?.find((article) => article.published !== null)?.published?.slice(0, 7)
  const speaker = parties.toSorted((a, b) => b.uses.speaker - a.uses.speaker)[0]
  const [tag] = tags
  const lines: [what: string, query: string][] = [
    ['words', `${word} ${other}`],
    ['phrase', `"${word} ${other}"`],
    ['prefix', `${word.slice(0, Math.max(3, Math.ceil(word.length / 2)))}*`],
    ['or', `${word} OR ${other}`],
    ['not', `${word} -${other}`],
    ['near', `NEAR(${word} ${other}, 10)`],
    ...(tag ? [['tag', `tag:${asQueryValue(tag.name)}`] as [string, string]] : []),
    ...(speaker && speaker.uses.speaker > 0 ? [['speaker', `speaker:${asQueryValue(speaker.name)}`] as [string, string]] : []),
    ...(outlet ? [['outlet', `outlet:${asQueryValue(outlet)}`] as [string, string]] : []),
    ...(month ? [['after', `${word} after:${month}`] as [string, string]] : []),
    ['in', `${word} in:note`],
    ['has', 'has:note'],
  ]
  return (
    <div className={styles.help}>
      <div className={styles.column}>
        <h1>{say('search.help.title')}</h1>
        <p>{say('search.help.intro')}</p>
        {kept.length > 0 && (
          <section>
            <h2>{say('search.kept')}</h2>
            <ul className={styles.kept}>
              {kept.map((one) => (
                <li key={one.id}>
                  <button type="button" onClick={() => onSearch(one.query)}>
                    <bdi>{one.name}</bdi>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <h2>{say('search.help.examples')}</h2>
        <dl className={styles.examples}>
          {lines.map(([what, query]) => (
            <div key={what}>
              <dt>
                <button type="button" onClick={() => onSearch(query)}>
                  <bdi>{query}</bdi>
                </button>
              </dt>
              <dd>{say(`search.help.${what}`)}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.note}>{say('search.help.note')}</p>
      </div>
    </div>
  )
}

/** Two words of the newest titles that are long enough to be worth a search. */
function wordsOf(titles: readonly string[]): string[] {
  const words = titles.flatMap((title) => title.match(/\p{L}{5,14}/gu) ?? []).map((word) => word.toLowerCase())
  return [...new Set(words)].slice(0, 2)
}
