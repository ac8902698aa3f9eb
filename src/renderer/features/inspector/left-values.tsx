/** Values of fields that the annotation's tag does not have: left from an earlier tag. They come back with it, or are taken away here. */
import { X } from 'lucide-react'
import { useIntl } from 'react-intl'
import { formatPartialDate, useSay } from '../../lib/say.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './annotation-form.module.css'
import type { ControlProps } from './control.ts'
import { leftFields } from './fields.ts'

export function LeftValues({ annotation, codebook, isDisabled, onChange }: ControlProps) {
  const say = useSay()
  const intl = useIntl()
  const left = leftFields(annotation, codebook.tags)
  if (left.length === 0) return null
  return (
    <ul className={styles.left} aria-label={say('tagField.left')}>
      {left.map(({ tag, field }) => {
        const value = annotation.fields[field.id] ?? ''
        const text =
          field.type === 'party'
            ? (codebook.partyById.get(Number(value))?.name ?? '')
            : typeof value === 'boolean'
              ? say(value ? 'tagField.yes' : 'tagField.no')
              : typeof value === 'number'
                ? intl.formatNumber(value)
                : field.type === 'date'
                  ? formatPartialDate(intl, value)
                  : value
        return (
          <li key={field.id}>
            <span>{say('tagField.leftFrom', { field: field.name, tag: tag.name })}</span>
            <bdi>{text}</bdi>
            {!isDisabled && (
              <IconButton
                label={say('tagField.removeLeft', { field: field.name })}
                icon={<X />}
                size="small"
                onPress={() => void onChange({ fields: { [field.id]: null } })}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
