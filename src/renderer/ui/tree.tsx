/**
 * A tree of entries: one is chosen, branches fold, an entry is renamed in its place and moved by dragging (the grip, mouse or keyboard)
 * or with Alt and the arrow keys. What a move, a new name or a removal means is the owner's business.
 * Keys beyond those of every tree: Enter opens, F2 or a double click renames, Delete removes, the menu key or Shift+F10 gives the menu.
 */
import { ChevronRight, GripVertical } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import {
  Button,
  Collection,
  Tree as AriaTree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  useLocale,
  type DroppableCollectionReorderEvent,
} from 'react-aria-components'
import type { AnchorRect } from './anchor.tsx'
import { Badge } from './badge.tsx'
import { cx } from './cx.ts'
import { dropMove, keyMove, type KeyMove, type TreeMove } from './tree-moves.ts'
import { TreeRename } from './tree-rename.tsx'
import styles from './tree.module.css'

export type { TreeMove } from './tree-moves.ts'

export interface TreeNode {
  id: string
  label: string
  children: readonly TreeNode[]
  /** Before the name: a mark. */
  lead?: ReactNode
  /** A word after the name: a state. */
  detail?: string
  /** A number at the end of the row, and what it says aloud. */
  count?: string
  countLabel?: string
  isMuted?: boolean
}

export interface TreeProps {
  label: string
  items: readonly TreeNode[]
  value: string | null
  onChange: (id: string) => void
  expanded: ReadonlySet<string>
  onExpanded: (ids: Set<string>) => void
  /** Enter on a row. */
  onOpen?: (id: string) => void
  /** With it entries can be moved. */
  onMove?: (move: TreeMove) => void
  /** With it entries can be renamed; resolves to whether the name was kept. */
  onRename?: (id: string, name: string) => Promise<boolean>
  /** The entry that is being renamed. */
  renaming?: string | null
  onRenaming?: (id: string | null) => void
  onRemove?: (id: string) => void
  onMenu?: (id: string, at: AnchorRect) => void
  /** Name of the grip of an entry, and of the line in which its name is changed. */
  gripLabel?: (label: string) => string
  renameLabel?: (label: string) => string
  empty?: ReactNode
  className?: string
}

const rowOf = (id: string): string => `[role=row][data-key="${CSS.escape(id)}"]`
const WAYS: Record<string, KeyMove> = { ArrowUp: 'up', ArrowDown: 'down' }

export function Tree(props: TreeProps) {
  const { label, items, value, onChange, expanded, onExpanded, onMove, renaming = null, onRenaming } = props
  const isRtl = useLocale().direction === 'rtl'
  const box = useRef<HTMLDivElement>(null)
  /** Rows take arrow keys before anything in them sees them, so that the line being typed into gets its keys from here. */
  const renameKeys = useRef<((event: KeyboardEvent) => void) | null>(null)
  const focusRow = (id: string): void => void requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(rowOf(id))?.focus())

  // What was chosen elsewhere, or was just added, may be out of sight.
  const unseen = useRef<string | null>(null)
  useEffect(() => {
    unseen.current = value
  }, [value])
  useEffect(() => {
    // The tree builds its rows a moment after it was told of them.
    const frame = requestAnimationFrame(() => {
      const row = unseen.current === null ? null : box.current?.querySelector(rowOf(unseen.current))
      if (!row) return
      unseen.current = null
      row.scrollIntoView({ block: 'nearest' })
    })
    return () => cancelAnimationFrame(frame)
  }, [value, items, expanded])

  const move = (made: TreeMove | null): void => {
    if (!made || !onMove) return
    if (made.parentId !== null && !expanded.has(made.parentId)) onExpanded(new Set([...expanded, made.parentId]))
    onMove(made)
  }
  const { dragAndDropHooks } = useDragAndDrop<TreeNode>({
    isDisabled: onMove === undefined || renaming !== null,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    getAllowedDropOperations: () => ['move'],
    onMove: ({ keys, target }: DroppableCollectionReorderEvent) => {
      const [id] = keys
      if (id !== undefined) move(dropMove(items, String(id), { key: String(target.key), position: target.dropPosition }))
    },
  })

  /** Before the tree's own keys; what is typed into a name is no key of the tree. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement) {
      event.stopPropagation()
      return renameKeys.current?.(event)
    }
    const row = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'row' ? event.target.dataset.key : undefined
    if (row === undefined) return
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event
    const isPlain = !altKey && !ctrlKey && !metaKey && !shiftKey
    const inward = isRtl ? 'ArrowLeft' : 'ArrowRight'
    if (altKey && !ctrlKey && !metaKey && !shiftKey && key.startsWith('Arrow') && onMove)
      move(keyMove(items, row, WAYS[key] ?? (key === inward ? 'in' : 'out')))
    else if (isPlain && key === 'F2' && props.onRename) onRenaming?.(row)
    else if (isPlain && key === 'Delete' && props.onRemove) props.onRemove(row)
    else if (isPlain && key === 'Enter' && props.onOpen) props.onOpen(row)
    else if ((isPlain && key === 'ContextMenu') || (shiftKey && key === 'F10')) openMenu(row, event.target as HTMLElement)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const openMenu = (id: string, row: HTMLElement, pointer?: { x: number; y: number }): void => {
    if (!props.onMenu) return
    onChange(id)
    const { x, y, width, height } = row.getBoundingClientRect()
    props.onMenu(id, pointer ?? { x, y, width, height })
  }

  const rename = async (id: string, name: string): Promise<boolean> => {
    if (!(await props.onRename?.(id, name))) return false
    endRename(id)
    return true
  }
  const endRename = (id: string): void => {
    onRenaming?.(null)
    focusRow(id)
  }

  const item = (node: TreeNode) => (
    <TreeItem
      id={node.id}
      textValue={node.label}
      className={styles.row ?? ''}
      onDoubleClick={() => props.onRename && onRenaming?.(node.id)}
      onContextMenu={(event) => {
        if (!props.onMenu || renaming === node.id) return
        event.preventDefault()
        // From the keyboard it comes without a place; the key has been dealt with then.
        if (event.button === 2) openMenu(node.id, event.currentTarget, { x: event.clientX, y: event.clientY })
      }}
    >
      <TreeItemContent>
        {({ hasChildItems, allowsDragging }) => (
          <>
            {hasChildItems ? (
              <Button slot="chevron" className={styles.chevron ?? ''}>
                <ChevronRight aria-hidden="true" />
              </Button>
            ) : (
              <span className={styles.chevron} />
            )}
            {node.lead && <span className={styles.lead}>{node.lead}</span>}
            {renaming === node.id ? (
              <TreeRename
                label={props.renameLabel?.(node.label) ?? node.label}
                value={node.label}
                keys={renameKeys}
                onKeep={(name) => rename(node.id, name)}
                onCancel={() => endRename(node.id)}
              />
            ) : (
              <>
                <bdi className={cx(styles.label, node.isMuted && styles.muted)}>{node.label}</bdi>
                {node.detail && <span className={styles.detail}>{node.detail}</span>}
                {node.count !== undefined && <Badge text={node.count} label={node.countLabel} className={styles.count} />}
                {allowsDragging && (
                  <Button slot="drag" className={styles.grip ?? ''} aria-label={props.gripLabel?.(node.label) ?? node.label}>
                    <GripVertical aria-hidden="true" />
                  </Button>
                )}
              </>
            )}
          </>
        )}
      </TreeItemContent>
      <Collection items={node.children} dependencies={[renaming]}>
        {item}
      </Collection>
    </TreeItem>
  )

  return (
    <div ref={box} className={cx(styles.box, props.className)} onKeyDownCapture={onKeyDown}>
      <AriaTree
        aria-label={label}
        items={items}
        dependencies={[renaming]}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={value === null ? [] : [value]}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : [...keys]
          if (id !== undefined && String(id) !== value) onChange(String(id))
        }}
        expandedKeys={[...expanded]}
        onExpandedChange={(keys) => onExpanded(new Set([...keys].map(String)))}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => props.empty}
        className={styles.tree ?? ''}
      >
        {item}
      </AriaTree>
    </div>
  )
}
