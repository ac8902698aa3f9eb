/**
 * The composer of a briefing: its blocks in order. Dragged by the handle, or moved with Alt and the arrows; Enter opens a block to edit it,
 * Delete takes it away, undo brings it back. The arrows go from block to block.
 */
import { Redo2, Undo2 } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { chordOf } from '../../lib/keys.ts'
import { useSay } from '../../lib/say.ts'
import { hasUnsentText } from '../../lib/unsent-text.ts'
import { toasts } from '../../stores/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { AddBlockMenu } from './add-block-menu.tsx'
import { BlockRow } from './block-row.tsx'
import { useBlockWords } from './block-words.ts'
import { addBlock, changeBlock, duplicateBlock, moveBlock, newContent, removeBlock, standardBriefing, type BlockKind } from './blocks.ts' // prettier-ignore
import styles from './composer.module.css'
import { newKey, useReportDraft } from './draft-store.ts'
import type { ReportState } from './use-report.ts'

export function Composer({ draft, codebook, spans, since }: ReportState) {
  const say = useSay()
  const words = useBlockWords(codebook)
  const { act, undo, redo } = useReportDraft()
  const { now: blocks, past, future } = draft.blocks
  const [open, setOpen] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [dragged, setDragged] = useState<string | null>(null)
  const list = useRef<HTMLOListElement>(null)
  /** The block that the focus goes to once it stands at its place. */
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    rowOf(list.current, wanted.current)?.focus()
    wanted.current = null
  }, [blocks])

  const move = (key: string, to: number): void => {
    const block = blocks.find((one) => one.key === key)
    if (!block || to < 0 || to >= blocks.length) return
    wanted.current = key
    act((all) => moveBlock(all, key, to))
    setSaid(say('reports.block.moved', { title: words.title(block.content), place: to + 1, count: blocks.length }))
  }
  const add = (kind: BlockKind): void => {
    const key = newKey()
    act((all) => addBlock(all, { key, content: newContent(kind, since) }, open))
    setOpen(key)
  }
  const remove = (key: string): void => {
    const at = blocks.findIndex((block) => block.key === key)
    const block = blocks[at]
    if (!block) return
    wanted.current = (blocks[at + 1] ?? blocks[at - 1])?.key ?? null
    act((all) => removeBlock(all, key))
    const content = useReportDraft.getState().draft.blocks.now
    toasts.add({
      kind: 'info',
      key: 'reports.block',
      text: say('reports.block.removed', { title: words.title(block.content) }),
      // Only as long as nothing else was done: else it would take that back.
      action: {
        label: say('history.undo'),
        onPress: () => {
          if (useReportDraft.getState().draft.blocks.now === content) undo()
          else act((all) => addBlock(all, block, blocks[at - 1]?.key ?? null))
        },
      },
    })
  }
  const duplicate = (key: string): void => {
    const copy = newKey()
    wanted.current = copy
    act((all) => duplicateBlock(all, key, copy))
  }
  const start = (): void => act(() => standardBriefing(since).map((content) => ({ key: newKey(), content })))

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const chord = chordOf(event.nativeEvent)
    if (['mod+z', 'mod+shift+z', 'mod+y'].includes(chord)) {
      if (hasUnsentText(event.target)) return
      event.preventDefault()
      return chord === 'mod+z' ? undo() : redo()
    }
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]') : null
    const key = row?.dataset.row
    const at = blocks.findIndex((block) => block.key === key)
    if (key === undefined || at < 0) return
    if (chord === 'alt+arrowup') move(key, at - 1)
    else if (chord === 'alt+arrowdown') move(key, at + 1)
    else if (chord === 'arrowup' || chord === 'arrowdown') rowOf(list.current, blocks[at + (chord === 'arrowup' ? -1 : 1)]?.key)?.focus()
    else if (chord === 'delete' || chord === 'backspace') remove(key)
    else if (chord === 'mod+d') duplicate(key)
    else return
    event.preventDefault()
  }

  return (
    <div className={styles.composer} role="group" aria-label={say('reports.blocks')} onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{say('reports.blocks')}</h2>
        <IconButton
          label={say('reports.block.undo')}
          icon={<Undo2 />}
          shortcut="Mod+Z"
          size="small"
          isDisabled={past.length === 0}
          onPress={undo}
        />
        <IconButton
          label={say('reports.block.redo')}
          icon={<Redo2 />}
          shortcut="Mod+Shift+Z"
          size="small"
          isDisabled={future.length === 0}
          onPress={redo}
        />
        <AddBlockMenu onAdd={add} />
      </div>
      {blocks.length === 0 ? (
        <div className={styles.empty}>
          <p>{say('reports.block.none')}</p>
          <Button label={say('reports.standard')} kind="primary" size="small" onPress={start} />
        </div>
      ) : (
        <ol ref={list} className={styles.list}>
          {blocks.map((block, index) => (
            <BlockRow
              key={block.key}
              block={block}
              words={words}
              codebook={codebook}
              spans={spans}
              place={{ index, count: blocks.length }}
              isOpen={open === block.key}
              onOpen={(isOpen) => setOpen(isOpen ? block.key : null)}
              dragged={dragged}
              onDrag={setDragged}
              onDropped={(key, after) => {
                const from = blocks.findIndex((one) => one.key === key)
                const to = index + (after ? 1 : 0) - (from < index + (after ? 1 : 0) ? 1 : 0)
                if (from !== to) move(key, to)
              }}
              onChange={(content, mark) => act((all) => changeBlock(all, block.key, content), mark && `${block.key} ${mark}`)}
              onMove={(by) => move(block.key, index + by)}
              onDuplicate={() => duplicate(block.key)}
              onRemove={() => remove(block.key)}
            />
          ))}
        </ol>
      )}
      {blocks.length > 0 && <p className={styles.hint}>{say('reports.block.keys')}</p>}
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </div>
  )
}

const rowOf = (list: HTMLElement | null, key: string | undefined): HTMLElement | null =>
  key === undefined ? null : (list?.querySelector<HTMLElement>(`[data-row="${key}"]`) ?? null)
