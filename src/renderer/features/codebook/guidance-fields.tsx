/** What an entry means: definition, when to use it, when not. Kept as they are typed. */
import { useSay } from '../../lib/say.ts'
import { KeptField } from './kept-field.tsx'
import styles from './entry-form.module.css'

export interface Guidance {
  definition: string
  useWhen: string
  useNot: string
}

export interface GuidanceFieldsProps {
  value: Guidance
  isDisabled: boolean
  /** Resolves to whether it was kept. */
  onChange: (patch: Partial<Guidance>) => Promise<boolean>
}

export function GuidanceFields({ value, isDisabled, onChange }: GuidanceFieldsProps) {
  const say = useSay()
  const field = (name: keyof Guidance) => (
    <KeptField
      label={say(`codebook.${name}`)}
      value={value[name]}
      isLong
      mayBeEmpty
      isDisabled={isDisabled}
      onCommit={(text) => onChange({ [name]: text })}
    />
  )
  return (
    <>
      {field('definition')}
      <div className={styles.pair}>
        {field('useWhen')}
        {field('useNot')}
      </div>
    </>
  )
}
