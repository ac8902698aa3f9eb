/** What can be looked for where nothing was found: less of the same, or the examples of what a query can say. */
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { easierQueries } from './easier-queries.ts'

export function OtherSearches({ query, onSearch }: { query: string; onSearch: (query: string) => void }) {
  const say = useSay()
  return (
    <>
      {easierQueries(query).map((one) => (
        <Button
          key={one.query}
          label={one.kind === 'word' ? say('search.other.word', { word: one.query }) : say(`search.other.${one.kind}`)}
          tooltip={one.query}
          onPress={() => onSearch(one.query)}
        />
      ))}
      <Button label={say('search.other.help')} kind="quiet" onPress={() => onSearch('')} />
    </>
  )
}
