/** The tree of a part with what one does in it: find, add, add beneath, rename, move, remove. */
import { CornerDownRight, Eye, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { CodebookPart } from '../../../shared/domain/codebook-import.ts'
import { useSay } from '../../lib/say.ts'
import type { AnchorRect } from '../../ui/anchor.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ToggleButton } from '../../ui/toggle-button.tsx'
import { Tree, type TreeNode } from '../../ui/tree.tsx'
import { branchIds, filterTree, keyMove, pathTo, type KeyMove } from '../../ui/tree-moves.ts'
import { isMeant, moveInput, treeOf, type Entry, type EntryNode } from './entries.ts'
import { EntryMark } from './entry-mark.tsx'
import { EntryMenu } from './entry-menu.tsx'
import styles from './entry-pane.module.css'
import type { PartActions } from './use-part-actions.ts'

export interface EntryPaneProps {
  part: CodebookPart
  entries: readonly Entry[]
  currentId: number | null
  actions: PartActions
  isReadOnly: boolean
  onChoose: (id: number) => void
  /** Goes to the form of the chosen one. */
  onOpen: () => void
  onRetire: (entry: Entry) => void
  onMerge: (id: number) => void
  onRemove: (id: number) => void
  onDossier?: (id: number) => void
}

export function EntryPane(props: EntryPaneProps) {
  const { part, entries, currentId, actions, isReadOnly, onChoose, onOpen, onRetire, onMerge, onRemove, onDossier } = props
  const say = useSay()
  const [text, setText] = useState('')
  const [withRetired, setWithRetired] = useState(false)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [renaming, setRenaming] = useState<string | null>(null)
  const [menu, setMenu] = useState<{ id: string; at: AnchorRect } | null>(null)
  const retired = entries.filter((entry) => entry.retired).length
  const all = useMemo(() => treeOf(entries, withRetired, currentId), [entries, withRetired, currentId])
  const isFiltered = text.trim() !== ''
  const shown = useMemo(() => (isFiltered ? filterTree(all, (node) => isMeant(node.entry, text)) : all), [all, isFiltered, text])
  const branches = useMemo(() => branchIds(shown), [shown])
  const expanded = useMemo(() => new Set(isFiltered ? branches : branches.filter((id) => !folded.has(id))), [branches, folded, isFiltered])
  // What is chosen is always in sight: choosing it elsewhere unfolds what it hangs beneath.
  const [seen, setSeen] = useState<number | null>(null)
  if (seen !== currentId) {
    setSeen(currentId)
    const above = currentId === null ? [] : pathTo(all, String(currentId))
    if (above.some((id) => folded.has(id))) setFolded(new Set([...folded].filter((id) => !above.includes(id))))
  }
  const items = useMemo(() => shown.map((node) => asRow(node, say)), [shown, say])
  const move = (id: string, way: KeyMove): void => {
    const made = keyMove(shown, id, way)
    if (made) void actions.move(moveInput(made, shown))
  }
  const chosen = menu === null ? undefined : entries.find((entry) => String(entry.id) === menu.id)
  return (
    <div className={styles.pane}>
      <div className={styles.tools}>
        <SearchField label={say('codebook.filter')} placeholder={say('codebook.filter')} value={text} onChange={setText} />
        {retired > 0 && (
          <ToggleButton
            label={say('codebook.showRetired', { count: retired })}
            value={withRetired}
            onChange={setWithRetired}
            icon={<Eye />}
            size="small"
          />
        )}
      </div>
      <Tree
        label={say(`codebook.${part}`)}
        items={items}
        value={currentId === null ? null : String(currentId)}
        onChange={(id) => onChoose(Number(id))}
        expanded={expanded}
        onExpanded={(ids) => setFolded(new Set(branches.filter((id) => !ids.has(id))))}
        onOpen={(id) => {
          onChoose(Number(id))
          onOpen()
        }}
        renaming={renaming}
        onRenaming={setRenaming}
        {...(!isReadOnly && {
          // Under a filter the siblings are not all in sight: a place among them would mean another one than it looks.
          ...(!isFiltered && { onMove: (made) => void actions.move(moveInput(made, shown)) }),
          onRename: (id, name) => actions.rename(Number(id), name),
          onRemove: (id) => onRemove(Number(id)),
          onMenu: (id, at) => setMenu({ id, at }),
        })}
        gripLabel={(name) => say('codebook.drag', { name })}
        renameLabel={(name) => say('codebook.renameLabel', { name })}
        empty={<p className={styles.none}>{say(isFiltered ? 'codebook.nothing' : `codebook.empty.${part}`)}</p>}
        className={styles.tree}
      />
      {!isReadOnly && (
        <AddLine
          part={part}
          beneath={entries.find((entry) => entry.id === currentId) ?? null}
          onAdd={async (name, parentId) => {
            const made = await actions.create(name, parentId)
            if (made !== undefined) onChoose(made)
            return made !== undefined
          }}
        />
      )}
      {chosen && menu && (
        <EntryMenu
          entry={chosen}
          at={menu.at}
          canMove={(way) => !isFiltered && keyMove(shown, menu.id, way) !== null}
          onMove={(way) => move(menu.id, way)}
          onRename={() => setRenaming(menu.id)}
          onRetire={() => onRetire(chosen)}
          onMerge={() => onMerge(chosen.id)}
          onRemove={() => onRemove(chosen.id)}
          {...(onDossier && { onDossier: () => onDossier(chosen.id) })}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  )
}

function asRow({ id, label, entry, children }: EntryNode, say: ReturnType<typeof useSay>): TreeNode {
  return {
    id,
    label,
    children: children.map((child) => asRow(child, say)),
    lead: <EntryMark entry={entry} />,
    isMuted: entry.retired,
    ...(entry.retired && { detail: say('codebook.retired') }),
    ...(entry.annotations > 0 && {
      count: String(entry.annotations),
      countLabel: say('codebook.annotations', { count: entry.annotations }),
    }),
  }
}

interface AddLineProps {
  part: CodebookPart
  /** The chosen entry, beneath which one can add. */
  beneath: Entry | null
  /** Resolves to whether it was added; the typed name stays otherwise. */
  onAdd: (name: string, parentId: number | null) => Promise<boolean>
}

function AddLine({ part, beneath, onAdd }: AddLineProps) {
  const say = useSay()
  const [name, setName] = useState('')
  /** The entry beneath which the next ones go: it stays so while several are added in a row. */
  const [parent, setParent] = useState<Entry | null>(null)
  const label = parent ? say('codebook.addBeneath', { name: parent.name }) : say(`codebook.add.${part}`)
  const add = (): void => {
    if (name.trim() !== '') void onAdd(name.trim(), parent?.id ?? null).then((added) => added && setName(''))
  }
  const target = parent ?? beneath
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextField label={label} hideLabel placeholder={label} value={name} onChange={setName} maxLength={300} />
      <IconButton label={label} icon={<Plus />} onPress={add} isDisabled={name.trim() === ''} />
      {target && (
        <ToggleButton
          label={say('codebook.beneath', { name: target.name })}
          value={parent !== null}
          onChange={(isOn) => setParent(isOn ? target : null)}
          icon={<CornerDownRight />}
          size="small"
          className={styles.beneath}
        />
      )}
    </form>
  )
}
