/** The list of a part of the codebook: a tree by indentation, with a filter and a field to add an entry. */
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useSay } from '../../lib/say.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './codebook.module.css'

export interface Entry {
  id: number
  name: string
  depth: number
  count: number
  retired: boolean
  lead?: ReactNode
  /** Other names it is found by. */
  also: readonly string[]
}

export interface EntryListProps {
  label: string
  addLabel: string
  entries: readonly Entry[]
  currentId: number | null
  isReadOnly: boolean
  onChoose: (id: number | null) => void
  /** Resolves to whether it was added; the typed name stays otherwise. */
  onAdd: (name: string) => Promise<boolean>
}

export function EntryList({ label, addLabel, entries, currentId, isReadOnly, onChoose, onAdd }: EntryListProps) {
  const say = useSay()
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const wanted = text.trim().toLocaleLowerCase()
  const shown =
    wanted === ''
      ? entries
      : entries.filter((entry) => [entry.name, ...entry.also].some((known) => known.toLocaleLowerCase().includes(wanted)))
  const add = (): void => {
    if (name.trim() !== '') void onAdd(name.trim()).then((added) => added && setName(''))
  }
  return (
    <div className={styles.list}>
      <SearchField label={say('codebook.filter')} placeholder={say('codebook.filter')} value={text} onChange={setText} />
      <ListBox
        aria-label={label}
        className={styles.entries ?? ''}
        items={shown}
        selectionMode="single"
        selectedKeys={currentId === null ? [] : [currentId]}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : [...keys]
          onChoose(typeof id === 'number' ? id : null)
        }}
        renderEmptyState={() => <p className={styles.none}>{say('codebook.nothing')}</p>}
      >
        {(entry) => (
          <ListBoxItem
            id={entry.id}
            textValue={entry.name}
            className={styles.entry ?? ''}
            style={{ paddingInlineStart: 12 + (wanted === '' ? entry.depth * 16 : 0) }}
          >
            {entry.lead}
            <bdi className={styles.entryName} data-retired={entry.retired || undefined}>
              {entry.name}
            </bdi>
            {entry.retired && <span className={styles.retired}>{say('codebook.retired')}</span>}
            <span className={styles.number}>{entry.count}</span>
          </ListBoxItem>
        )}
      </ListBox>
      {!isReadOnly && (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <TextField label={addLabel} hideLabel placeholder={addLabel} value={name} onChange={setName} maxLength={300} />
          <IconButton label={addLabel} icon={<Plus />} onPress={add} isDisabled={name.trim() === ''} />
        </form>
      )}
    </div>
  )
}

/** Depth of each node in its tree, from its parents. */
export function depthsOf(nodes: readonly { id: number; parentId: number | null }[]): Map<number, number> {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]))
  const depth = (id: number): number => {
    const up = parents.get(id)
    return up === null || up === undefined ? 0 : depth(up) + 1
  }
  return new Map(nodes.map((node) => [node.id, depth(node.id)]))
}
