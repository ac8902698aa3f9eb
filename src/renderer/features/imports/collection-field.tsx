/** The collections that what is imported comes into. One that is not there yet is made when the import starts, not before. */
import { useMemo } from 'react'
import type { Collection } from '../../../shared/domain/collection.ts'
import { useData } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import type { ComboItem } from '../../ui/combo-box.tsx'
import { TokenField } from '../../ui/token-field.tsx'

const NEW = 'new:'
/** The name of a collection that is to be made; null for one that is there. */
export const newName = (choice: string): string | null => (choice.startsWith(NEW) ? choice.slice(NEW.length) : null)

export interface CollectionFieldProps {
  value: readonly string[]
  /** What was chosen and what was taken away: of several files each keeps what the others do not have. */
  onChange: (added: readonly string[], removed: readonly string[]) => void
  hint?: string
}

export function CollectionField({ value, onChange, hint }: CollectionFieldProps) {
  const say = useSay()
  const { data } = useData('collections.list', {})
  const items = useMemo(() => itemsOf(data ?? [], value), [data, value])
  return (
    <TokenField
      label={say('import.collections')}
      items={items}
      value={value}
      onChange={(next) =>
        onChange(
          next.filter((id) => !value.includes(id)),
          value.filter((id) => !next.includes(id)),
        )
      }
      onCreate={(text) => {
        const name = text.trim().slice(0, 200)
        const known = items.find(({ label }) => label.localeCompare(name, undefined, { sensitivity: 'accent' }) === 0)
        onChange([known?.id ?? NEW + name], [])
      }}
      createLabel={(name) => say('import.newCollection', { name })}
      {...(hint !== undefined && { hint })}
    />
  )
}

function itemsOf(collections: readonly Collection[], value: readonly string[]): ComboItem[] {
  const byId = new Map(collections.map((collection) => [collection.id, collection]))
  const path = (collection: Collection, depth = 0): string => {
    const parent = collection.parentId === null || depth > 20 ? undefined : byId.get(collection.parentId)
    return parent ? `${path(parent, depth + 1)} › ${collection.name}` : collection.name
  }
  const made = value.flatMap((choice) => newName(choice) ?? [])
  return [
    ...collections.map((collection) => ({ id: String(collection.id), label: path(collection) })),
    ...made.map((name) => ({ id: NEW + name, label: name })),
  ]
}
