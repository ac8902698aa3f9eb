/** A party or an issue of a thread: chosen, or made by typing its name. */
import { useMemo } from 'react'
import { parseIssuePath } from '../../../shared/domain/codebook.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useIssueItems, usePartyItems } from '../../lib/parts/party-items.ts'
import { useSay } from '../../lib/say.ts'
import { ComboBox } from '../../ui/combo-box.tsx'

export interface EntryBoxProps<V> {
  label: string
  codebook: Codebook
  value: number | null
  isDisabled?: boolean
  hideLabel?: boolean
  hint?: string
  /** No new ones are made here. */
  isChoiceOnly?: boolean
  /** An id, a name for one to be made, or null for none. Resolves to whether it was kept. */
  onChoose: (choice: V | number | null) => Promise<boolean>
}

export function PartyBox({ codebook, value, onChoose, isChoiceOnly = false, ...field }: EntryBoxProps<string>) {
  const say = useSay()
  const items = usePartyItems(
    codebook,
    useMemo(() => [value], [value]),
  )
  return (
    <ComboBox
      {...field}
      items={items}
      value={value === null ? null : String(value)}
      onChange={(id) => void onChoose(id === null ? null : Number(id))}
      {...(!isChoiceOnly && { onCreate: onChoose })}
      createLabel={(name) => say('coding.newParty', { name })}
    />
  )
}

export function IssueBox({ codebook, value, onChoose, isChoiceOnly = false, ...field }: EntryBoxProps<string[]>) {
  const say = useSay()
  const items = useIssueItems(
    codebook,
    useMemo(() => (value === null ? [] : [value]), [value]),
  )
  return (
    <ComboBox
      {...field}
      items={items}
      value={value === null ? null : String(value)}
      onChange={(id) => void onChoose(id === null ? null : Number(id))}
      {...(!isChoiceOnly && { onCreate: (path: string) => onChoose(parseIssuePath(path)) })}
      createLabel={(name) => say('coding.newIssue', { name })}
    />
  )
}
