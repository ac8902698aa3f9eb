/** A party: chosen, or made by typing its name. Beside it, the way to the party's own page. */
import { ContactRound } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import type { Codebook } from '../../lib/codebook.ts'
import { usePartyItems } from '../../lib/parts/party-items.ts'
import { useSay } from '../../lib/say.ts'
import { ComboBox } from '../../ui/combo-box.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './annotation-form.module.css'
import type { ControlProps } from './control.ts'
import { PinButton } from './pin-button.tsx'

export function PartyControl({
  field,
  annotation,
  codebook,
  isDisabled,
  onChange,
  onOpenParty,
}: ControlProps & { field: 'speaker' | 'onBehalfOf' }) {
  const say = useSay()
  return (
    <PartyBox
      label={say(`coding.${field}`)}
      codebook={codebook}
      partyId={field === 'speaker' ? annotation.speakerId : annotation.onBehalfOfId}
      isDisabled={isDisabled}
      onChoose={(party) => onChange({ [field]: party })}
      onOpenParty={onOpenParty}
      actions={field === 'speaker' && !isDisabled && <PinButton field={field} annotation={annotation} codebook={codebook} />}
    />
  )
}

export interface PartyBoxProps {
  label: string
  codebook: Codebook
  partyId: number | null
  isDisabled: boolean
  /** A party by id, a name for one to be made, or null for none. */
  onChoose: (party: number | string | null) => Promise<boolean>
  onOpenParty: (partyId: number) => void
  /** More small buttons behind the box. */
  actions?: ReactNode
}

export function PartyBox({ label, codebook, partyId, isDisabled, onChoose, onOpenParty, actions }: PartyBoxProps) {
  const say = useSay()
  const items = usePartyItems(
    codebook,
    useMemo(() => [partyId], [partyId]),
  )
  return (
    <div className={styles.withAction}>
      <ComboBox
        label={label}
        isDisabled={isDisabled}
        items={items}
        value={partyId === null ? null : String(partyId)}
        onChange={(chosen) => void onChoose(chosen === null ? null : Number(chosen))}
        onCreate={onChoose}
        createLabel={(name) => say('coding.newParty', { name })}
      />
      <span className={styles.actions}>
        {partyId !== null && (
          <IconButton
            label={say('coding.openParty', { name: codebook.partyById.get(partyId)?.name ?? '' })}
            icon={<ContactRound />}
            size="small"
            excludeFromTabOrder
            onPress={() => onOpenParty(partyId)}
          />
        )}
        {actions}
      </span>
    </div>
  )
}
