/**
 * The floating list of a ComboBox or TokenField. Focus never leaves the input: rows are told by aria-activedescendant,
 * and the pointer must not take the focus away (hence preventDefault on mouse down).
 */
import { Check, Plus } from 'lucide-react'
import { useEffect } from 'react'
import type { RefObject } from 'react'
import { Popover } from 'react-aria-components'
import { cx } from '../cx.ts'
import overlay from '../overlay.module.css'
import { VisuallyHidden } from '../visually-hidden.tsx'
import { useWords } from '../words.tsx'
import styles from './combo.module.css'
import { rowId } from './use-combo.ts'
import type { Combo } from './use-combo.ts'

type ComboListProps = {
  combo: Combo
  label: string
  anchor: RefObject<HTMLElement | null>
  pickedId?: string | null
  createLabel?: (text: string) => string
  /** Said where nothing fits, instead of the usual words. */
  nothing?: string | undefined
}

export function ComboList({ combo, label, anchor, pickedId, createLabel, nothing }: ComboListProps) {
  const words = useWords()
  const found = combo.rows.filter((row) => row.kind === 'item').length
  const showsTree = combo.draft === null || combo.draft.trim() === ''

  const activeId = combo.inputProps['aria-activedescendant']
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView?.({ block: 'nearest' })
  }, [activeId])

  return (
    <>
      <VisuallyHidden>
        <span role="status">{combo.isOpen && combo.draft !== null ? words.matches(found) : ''}</span>
      </VisuallyHidden>
      <Popover
        isNonModal
        isOpen={combo.isOpen}
        onOpenChange={(isOpen) => {
          if (!isOpen) combo.close()
        }}
        // The box itself is outside the list; pressing it is not a wish to close.
        shouldCloseOnInteractOutside={(element) => !anchor.current?.contains(element)}
        triggerRef={anchor}
        placement="bottom start"
        offset={4}
        className={cx(overlay.surface, styles.popover)}
      >
        <div
          role="listbox"
          tabIndex={-1}
          id={`${combo.id}-list`}
          aria-label={label}
          className={overlay.list}
          onMouseDown={(event) => event.preventDefault()}
          // The pointer only passed: leaving the field must not take the line it passed last.
          onPointerLeave={() => combo.point(null)}
        >
          {combo.rows.map((row, index) => {
            const isActive = row.key === combo.activeKey
            const common = {
              id: rowId(combo.id, index),
              role: 'option' as const,
              'data-active': isActive || undefined,
              onPointerMove: () => {
                if (!isActive) combo.point(row.key)
              },
              onClick: () => combo.choose(row),
            }
            if (row.kind === 'create') {
              return (
                <div key={row.key} {...common} aria-selected={false} className={cx(overlay.row, styles.create, index > 0 && styles.after)}>
                  <span className={overlay.mark}>
                    <Plus aria-hidden="true" />
                  </span>
                  <span className={overlay.text}>{(createLabel ?? words.create)(row.text)}</span>
                </div>
              )
            }
            const { item, via } = row
            const isPicked = item.id === pickedId
            return (
              <div key={row.key} {...common} aria-selected={isPicked} className={overlay.row}>
                {pickedId !== undefined && <span className={overlay.mark}>{isPicked && <Check aria-hidden="true" />}</span>}
                {showsTree && item.depth ? <span style={{ inlineSize: item.depth * 12 }} /> : null}
                {item.lead}
                <span className={overlay.text} dir="auto" lang={item.lang}>
                  {item.label}
                </span>
                {(via ?? item.detail) && (
                  <span className={overlay.detail} dir="auto">
                    {via ?? item.detail}
                  </span>
                )}
              </div>
            )
          })}
          {combo.rows.length === 0 && <div className={overlay.note}>{nothing ?? words.noMatch}</div>}
          {combo.cut > 0 && <div className={overlay.note}>{words.more(combo.cut)}</div>}
        </div>
      </Popover>
    </>
  )
}
