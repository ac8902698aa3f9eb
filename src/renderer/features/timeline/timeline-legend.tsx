/** What the signs mean, as a line above the drawing that can be folded away. */
import { createElement } from 'react'
import { useSay } from '../../lib/say.ts'
import { cx } from '../../ui/cx.ts'
import { legendItems, type LegendParts } from './legend-items.ts'
import styles from './timeline-view.module.css'

export function TimelineLegend(props: Omit<LegendParts, 'say'>) {
  const say = useSay()
  if (props.timeline.bins !== null) return null
  return (
    <ul className={styles.legend} aria-label={say('timeline.legend')}>
      {legendItems({ ...props, say }).map((item) => (
        <li key={item.key}>
          {'face' in item ? (
            <svg width={18} height={18} viewBox="-9 -9 18 18" aria-hidden="true">
              <circle r={8} strokeWidth={1.5} style={{ fill: `var(${item.face.fill})`, stroke: `var(${item.face.stroke})` }} />
              <text className={styles.sign} style={{ fill: `var(${item.face.text})` }} y="0.36em">
                {item.face.sign}
              </text>
            </svg>
          ) : (
            <svg width={28} height={16} aria-hidden="true" className={styles.signShape}>
              {item.figures.map(({ tag, at: { 'stroke-dasharray': strokeDasharray, ...at }, isFilled }, index) =>
                createElement(tag, {
                  key: index,
                  ...at,
                  strokeDasharray,
                  className: cx(isFilled && styles.filled),
                }),
              )}
            </svg>
          )}
          <span>{item.label}</span>
        </li>
      ))}
    </ul>
  )
}
