/** Lines, circles, numbers and names of the drawn network; what is lit stands out, the rest steps back. */
import type { Drawing, DrawnLink } from './network-drawing.ts'
import { pairKey } from './network-model.ts'
import { dashes } from './network-picture.ts'
import styles from './network-graph.module.css'

/** What the pointer is on. */
export type Lit = { kind: 'link'; link: DrawnLink } | { kind: 'party'; id: number }

export interface NetworkShapesProps {
  drawing: Drawing
  lit: Lit | null
  /** The pair whose issues are open. */
  chosen: string | null
}

export function NetworkShapes({ drawing, lit, chosen }: NetworkShapesProps) {
  const { parties, links } = drawing
  const isOf = ({ a, b, key }: DrawnLink): boolean =>
    lit === null || (lit.kind === 'link' ? lit.link.key === key : lit.id === a || lit.id === b)
  const joined = new Set(links.filter(isOf).flatMap(({ a, b }) => [a, b]))
  if (lit?.kind === 'party') joined.add(lit.id)
  return (
    <g direction="ltr">
      {links.toReversed().map((link) => {
        const { key, a, b, kind, x1, y1, x2, y2, width } = link
        const ends = { x1, y1, x2, y2 }
        return (
          <g key={key} data-link={key} data-kind={kind} data-dim={!isOf(link) || undefined} className={styles.link}>
            <line {...ends} className={styles.hit} strokeWidth={Math.max(width + 8, 12)} />
            {chosen === pairKey(a, b) && <line {...ends} className={styles.chosen} strokeWidth={width + 5} />}
            <line {...ends} className={styles.line} strokeWidth={width} strokeDasharray={kind === 'conflict' ? dashes(width) : undefined} />
          </g>
        )
      })}
      {parties.map(({ id, x, y, r, isMediator, isLinked }) => (
        <g key={id} data-party={id} data-dim={(lit !== null && !joined.has(id)) || undefined} className={styles.party}>
          <circle cx={x} cy={y} r={r + 6} className={styles.hit} />
          <circle cx={x} cy={y} r={r} className={styles.disc} data-alone={!isLinked || undefined} />
          {isMediator && <circle cx={x} cy={y} r={r + 3} className={styles.ring} />}
        </g>
      ))}
      {links.map((link) =>
        (link.number.isFree || (lit !== null && isOf(link))) && (lit === null || isOf(link)) ? (
          <g key={link.key} data-kind={link.kind} className={styles.number}>
            <rect {...link.number.plate} rx={6} />
            <text x={link.number.x} y={link.number.y}>
              {link.number.text}
            </text>
          </g>
        ) : null,
      )}
      {parties.map(({ id, name }) =>
        name.isFree || (lit !== null && joined.has(id)) ? (
          <g key={id} data-party={id} data-dim={(lit !== null && !joined.has(id)) || undefined} className={styles.name}>
            {name.plate && <rect {...name.plate} rx={2} />}
            <text x={name.x} y={name.y}>
              {name.text}
            </text>
          </g>
        ) : null,
      )}
    </g>
  )
}
