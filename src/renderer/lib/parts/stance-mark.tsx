/** A stance as a sign with its word: a shape, a colour, and the word beside it or as its name. */
import { stanceSchema, type Stance } from '../../../shared/domain/annotation.ts'
import { useSay } from '../say.ts'
import styles from './stance-mark.module.css'

/** Signs that differ without colour. */
export const STANCE_SIGNS: Record<Stance, string> = { supports: '+', opposes: '−', conditional: '±', neutral: '=', declined: '○' }
export const STANCES = stanceSchema.options

export function StanceMark({ stance, short = false }: { stance: Stance; short?: boolean }) {
  const say = useSay()
  const word = say(`stance.${stance}`)
  return (
    <span className={styles.mark} data-stance={stance} title={short ? word : undefined}>
      <span className={styles.sign} {...(short ? { role: 'img', 'aria-label': word } : { 'aria-hidden': true })}>
        {STANCE_SIGNS[stance]}
      </span>
      {!short && <span>{word}</span>}
    </span>
  )
}
