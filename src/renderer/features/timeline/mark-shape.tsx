/** One mark: a disc with the sign of its tag or stance. Hollow and dashed where the date is only that of the publication. */
import { memo } from 'react'
import { cx } from '../../ui/cx.ts'
import { STAR, type MarkFace } from './mark-face.ts'
import styles from './timeline-chart.module.css'

export interface MarkShapeProps {
  id: number
  x: number
  y: number
  face: MarkFace
  label: string
  isImportant: boolean
  isOpen: boolean
  /** The one that Tab comes to. */
  isActive: boolean
  isDim: boolean
}

const token = (name: string): string => `var(${name})`

export const MarkShape = memo(function MarkShape({ id, x, y, face, label, isImportant, isOpen, isActive, isDim }: MarkShapeProps) {
  const { radius } = face
  return (
    <g
      data-mark={id}
      transform={`translate(${x} ${y})`}
      role="button"
      tabIndex={isActive ? 0 : -1}
      aria-label={label}
      aria-pressed={isOpen}
      className={cx(styles.mark, isOpen && styles.open, isDim && styles.dim)}
    >
      <title>{label}</title>
      <circle r={radius + 3} className={styles.ring} />
      <circle
        r={radius}
        strokeWidth={1.5}
        style={{ fill: token(face.fill), stroke: token(face.stroke) }}
        {...(face.isDashed && { strokeDasharray: '3 2.5' })}
      />
      {face.isHatched && <circle r={radius - 1} fill="url(#timeline-conditional)" opacity={0.35} />}
      <text className={styles.sign} style={{ fill: token(face.text) }} y="0.36em">
        {face.sign}
      </text>
      {isImportant && <path d={STAR} transform={`translate(${radius - 1} ${1 - radius})`} className={styles.star} />}
    </g>
  )
})
