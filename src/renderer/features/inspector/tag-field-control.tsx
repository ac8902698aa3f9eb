/** The control of one field of the tag's own, by its type. */
import type { FieldValue, TagField } from '../../../shared/domain/tag-field.ts'
import { PartialDateField } from '../../lib/parts/partial-date-field.tsx'
import { useSay } from '../../lib/say.ts'
import { Select } from '../../ui/select.tsx'
import type { ControlProps } from './control.ts'
import { DraftField } from './draft-field.tsx'
import { NumberField } from './number-field.tsx'
import { PartyBox } from './party-control.tsx'

const NONE = '\u0000none'

export function TagFieldControl({
  field,
  annotation,
  article,
  codebook,
  isDisabled,
  onChange,
  onHold,
  onOpenParty,
}: ControlProps & { field: TagField }) {
  const say = useSay()
  const value: FieldValue | null = annotation.fields[field.id] ?? null
  const change = (next: FieldValue | null): Promise<boolean> => onChange({ fields: { [field.id]: next } })
  const common = { label: field.name, isDisabled }
  const text = typeof value === 'string' ? value : null
  const choose = (options: { id: string; label: string }[], now: string | null, toValue: (id: string) => FieldValue) => (
    <Select
      {...common}
      value={now ?? NONE}
      onChange={(id) => void change(id === NONE ? null : toValue(id))}
      options={[{ id: NONE, label: say('coding.unset') }, ...options]}
    />
  )
  switch (field.type) {
    case 'text':
      return <DraftField {...common} value={text} isLong onCommit={change} onHold={(typed) => onHold({ own: field.id }, typed)} />
    case 'number':
      return <NumberField {...common} value={typeof value === 'number' ? value : null} onCommit={change} />
    case 'date':
      return <PartialDateField {...common} base={article.published} value={text} onCommit={change} />
    case 'choice':
      return choose(
        field.choices.map((choice) => ({ id: choice, label: choice })),
        text,
        (id) => id,
      )
    case 'yes-no':
      return choose(
        [
          { id: 'yes', label: say('tagField.yes') },
          { id: 'no', label: say('tagField.no') },
        ],
        typeof value === 'boolean' ? (value ? 'yes' : 'no') : null,
        (id) => id === 'yes',
      )
    case 'party':
      return (
        <PartyBox
          {...common}
          codebook={codebook}
          partyId={typeof value === 'number' ? value : null}
          onChoose={change}
          onOpenParty={onOpenParty}
        />
      )
  }
}
