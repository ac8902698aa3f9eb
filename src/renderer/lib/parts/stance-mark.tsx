/** A stance as a sign with its word: a shape, a colour, and the word beside it or as its name. The matrix and its picture draw the same shapes. */
import { stanceSchema, type Stance } from '../../../shared/domain/annotation.ts'
import { useSay } from '../say.ts'
import styles from './stance-mark.module.css'
import { STANCE_SHAPES } from './stance-shapes.ts'

/** The signs within the shapes, where only a letter can be written. */
export const STANCE_SIGNS: Record<Stance, string> = { supports: '+', opposes: '−', conditional: '±', neutral: '=', declined: '○' }
export const STANCES = stanceSchema.options

export function StanceMark({ stance, short = false }: { stance: Stance; short?: boolean }) {
  const say = useSay()
  const word = say(`stance.${stance}`)
  return (
    <span className={styles.mark} title={short ? word : undefined} {...(short && { role: 'img', 'aria-label': word })}>
      <StanceGlyph stance={stance} />
      {!short && <span>{word}</span>}
    </span>
  )
}

/** Decoration: the word stands beside it or in the name of what it is in. `size` in CSS pixels. */
export function StanceGlyph({ stance, size = 16 }: { stance: Stance; size?: number }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" className={styles.glyph}>
      <StanceShape stance={stance} />
    </svg>
  )
}

/** The shape alone, in a box of 16, to be drawn within another drawing. */
export function StanceShape({ stance, transform }: { stance: Stance; transform?: string }) {
  const { outline, sign, isHollow } = STANCE_SHAPES[stance]
  return (
    <g transform={transform} className={styles[stance]}>
      <path d={outline} className={isHollow ? styles.hollow : styles.filled} />
      {sign && <path d={sign} className={isHollow ? styles.signOnHollow : styles.sign} />}
    </g>
  )
}
