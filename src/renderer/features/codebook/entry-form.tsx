/** The frame of every entry's form: what it is and how much hangs on it at the top, its fields, and at the foot what ends it. */
import { ArrowRightLeft, Archive, ArchiveRestore, ListTree, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CodebookPart } from '../../../shared/domain/codebook-import.ts'
import { useSay } from '../../lib/say.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { EntryMark } from './entry-mark.tsx'
import styles from './entry-form.module.css'
import type { Entry } from './entries.ts'

export interface EntryFormProps {
  part: CodebookPart
  entry: Entry
  /** Names above it, from the top. */
  path: readonly string[]
  isReadOnly: boolean
  onShowAll: () => void
  onRetire: (retired: boolean) => void
  onMerge: () => void
  onRemove: () => void
  children: ReactNode
}

export function EntryForm(props: EntryFormProps) {
  const { part, entry, path, isReadOnly, onShowAll, onRetire, onMerge, onRemove, children } = props
  const say = useSay()
  return (
    <div className={styles.form} role="form" aria-label={say(`codebook.form.${part}`, { name: entry.name })}>
      <header className={styles.head}>
        <div className={styles.title}>
          {path.length > 0 && (
            <p className={styles.path}>
              {path.map((name, index) => (
                <span key={index}>
                  <bdi>{name}</bdi>
                  <span aria-hidden="true"> › </span>
                </span>
              ))}
            </p>
          )}
          <h2>
            <EntryMark entry={entry} size="normal" />
            <bdi>{entry.name}</bdi>
            {entry.retired && <Badge text={say('codebook.retired')} />}
          </h2>
        </div>
        <Button
          label={entry.annotations === 0 ? say('codebook.noAnnotations') : say('codebook.showAll', { count: entry.annotations })}
          icon={<ListTree />}
          isDisabled={entry.annotations === 0}
          onPress={onShowAll}
        />
      </header>
      {children}
      {!isReadOnly && (
        <footer className={styles.foot} aria-label={say('codebook.ending')}>
          <div className={styles.ways}>
            <Button
              label={entry.retired ? say('codebook.unretire') : say('codebook.retire')}
              icon={entry.retired ? <ArchiveRestore /> : <Archive />}
              onPress={() => onRetire(!entry.retired)}
            />
            {!entry.isFixed && <Button label={say('codebook.merge')} icon={<ArrowRightLeft />} onPress={onMerge} />}
            {!entry.isFixed && <Button label={say('codebook.remove')} icon={<Trash2 />} onPress={onRemove} />}
          </div>
          <p className={styles.hint}>
            {say('codebook.retireHint')} {entry.isFixed && say('codebook.builtIn')}
          </p>
        </footer>
      )}
    </div>
  )
}
