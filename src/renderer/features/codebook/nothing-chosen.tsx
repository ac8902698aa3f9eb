/** Beside the tree while nothing is chosen: what there is to see, and the keys of the tree. In an empty part: how to begin. */
import { BookOpen } from 'lucide-react'
import type { CodebookPart } from '../../../shared/domain/codebook-import.ts'
import { useSay } from '../../lib/say.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './codebook-view.module.css'

const KEYS = [
  { keys: ['Enter'], what: 'open' },
  { keys: ['F2'], what: 'rename' },
  { keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], what: 'reorder' },
  { keys: ['Alt+ArrowRight', 'Alt+ArrowLeft'], what: 'nest' },
  { keys: ['Delete'], what: 'remove' },
] as const

export function NothingChosen({ part, isEmpty }: { part: CodebookPart; isEmpty: boolean }) {
  const say = useSay()
  return (
    <EmptyState icon={<BookOpen />} title={say(isEmpty ? `codebook.empty.${part}` : `codebook.choose.${part}`)}>
      {say(isEmpty ? `codebook.begin.${part}` : `codebook.see.${part}`)}
      {!isEmpty && (
        <dl className={styles.keys}>
          {KEYS.map(({ keys, what }) => (
            <KeyRow key={what} keys={keys} words={say(`codebook.treeKey.${what}`)} />
          ))}
        </dl>
      )}
    </EmptyState>
  )
}

function KeyRow({ keys, words }: { keys: readonly string[]; words: string }) {
  return (
    <>
      <dt>
        {keys.map((key) => (
          <Kbd key={key} shortcut={key} />
        ))}
      </dt>
      <dd>{words}</dd>
    </>
  )
}
