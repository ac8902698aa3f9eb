/** Beneath which entry another hangs: the same as dragging it there, for whoever knows the name. */
import { useMemo } from 'react'
import type { CodebookPart } from '../../../shared/domain/codebook-import.ts'
import { useAction } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { ComboBox } from '../../ui/combo-box.tsx'
import { branchOf, type Entry } from './entries.ts'
import { entryItems } from './entry-items.ts'

export interface ParentFieldProps {
  part: CodebookPart
  entry: Entry
  entries: readonly Entry[]
  isDisabled: boolean
}

export function ParentField({ part, entry, entries, isDisabled }: ParentFieldProps) {
  const say = useSay()
  const move = useAction(`${part}.move`)
  const { id, parentId } = entry
  const items = useMemo(
    () => entryItems(entries, { without: branchOf(entries, id), keep: parentId === null ? [] : [parentId] }),
    [entries, id, parentId],
  )
  return (
    <ComboBox
      label={say(`codebook.parent.${part}`)}
      placeholder={say('codebook.top')}
      isDisabled={isDisabled}
      items={items}
      value={parentId === null ? null : String(parentId)}
      onChange={(parent) => {
        const to = parent === null ? null : Number(parent)
        if (to !== parentId) void move.run({ id, parentId: to, before: null })
      }}
    />
  )
}
