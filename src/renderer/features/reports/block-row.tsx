/** One block of a briefing in the list: what it is, the handle to drag it by, its menu, and beneath it, when it is open, its fields. */
import { ArrowDown, ArrowUp, ChevronRight, CopyPlus, Ellipsis, GripVertical, Trash2 } from 'lucide-react'
import { useRef, useState, type DragEvent } from 'react'
import type { ProposedSpan } from '../../lib/changes-span.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useSay } from '../../lib/say.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { BlockEditor } from './block-editor.tsx'
import { BLOCK_SIGNS, type BlockWords } from './block-words.ts'
import { isWhole, type Block, type BlockContent } from './blocks.ts'
import styles from './composer.module.css'

export interface BlockRowProps {
  block: Block
  words: BlockWords
  codebook: Codebook
  spans: readonly ProposedSpan[]
  place: { index: number; count: number }
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  /** Key of the block that is being dragged. */
  dragged: string | null
  onDrag: (key: string | null) => void
  /** The dragged block was let go of before this one, or after it. */
  onDropped: (key: string, after: boolean) => void
  onChange: (content: BlockContent, mark?: string) => void
  onMove: (by: -1 | 1) => void
  onDuplicate: () => void
  onRemove: () => void
}

export function BlockRow(props: BlockRowProps) {
  const { block, words, codebook, spans, place, isOpen, onOpen, dragged, onDrag, onDropped, onChange, onMove, onDuplicate, onRemove } =
    props
  const say = useSay()
  const item = useRef<HTMLLIElement>(null)
  const [edge, setEdge] = useState<'before' | 'after' | null>(null)
  const { kind } = block.content
  const Sign = BLOCK_SIGNS[kind]
  const title = words.title(block.content)
  const about = words.about(block.content)
  const hover = (event: DragEvent): void => {
    if (dragged === null) return
    event.preventDefault()
    const box = event.currentTarget.getBoundingClientRect()
    setEdge(event.clientY > box.top + box.height / 2 ? 'after' : 'before')
  }
  return (
    <li
      ref={item}
      className={styles.item}
      data-edge={edge ?? undefined}
      data-dragged={dragged === block.key || undefined}
      onDragOver={hover}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setEdge(null)}
      onDrop={(event) => {
        if (dragged === null) return
        event.preventDefault()
        setEdge(null)
        onDropped(dragged, edge === 'after')
        onDrag(null)
      }}
    >
      <div className={styles.row}>
        <span
          className={styles.grip}
          draggable
          aria-hidden="true"
          title={say('reports.block.drag')}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            event.dataTransfer.setData('application/x-parley-block', block.key)
            if (item.current) event.dataTransfer.setDragImage(item.current, 12, 12)
            onDrag(block.key)
          }}
          onDragEnd={() => onDrag(null)}
        >
          <GripVertical />
        </span>
        <button type="button" className={styles.open} data-row={block.key} aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          <Sign aria-hidden="true" className={styles.sign} />
          <VisuallyHidden>{say('reports.block.place', { place: place.index + 1 })} </VisuallyHidden>
          <span className={styles.words}>
            <span className={styles.name} dir="auto">
              {title}
            </span>
            {about !== '' && (
              <span className={styles.about} dir="auto" data-lacks={!isWhole(block.content) || undefined}>
                {about}
              </span>
            )}
          </span>
          <ChevronRight aria-hidden="true" className={styles.chevron} data-open={isOpen || undefined} />
        </button>
        <Menu
          label={say('reports.block.menu', { title })}
          placement="bottom end"
          trigger={<IconButton label={say('reports.block.menu', { title })} icon={<Ellipsis />} size="small" />}
        >
          <MenuItem
            label={say('reports.block.up')}
            icon={<ArrowUp />}
            shortcut="Alt+ArrowUp"
            isDisabled={place.index === 0}
            onAction={() => onMove(-1)}
          />
          <MenuItem
            label={say('reports.block.down')}
            icon={<ArrowDown />}
            shortcut="Alt+ArrowDown"
            isDisabled={place.index === place.count - 1}
            onAction={() => onMove(1)}
          />
          <MenuItem label={say('reports.block.duplicate')} icon={<CopyPlus />} shortcut="Mod+D" onAction={onDuplicate} />
          <MenuItem label={say('reports.block.remove')} icon={<Trash2 />} shortcut="Delete" isDanger onAction={onRemove} />
        </Menu>
      </div>
      {isOpen && (
        <div className={styles.editor} role="group" aria-label={title}>
          <BlockEditor content={block.content} codebook={codebook} spans={spans} onChange={onChange} />
        </div>
      )}
    </li>
  )
}
