/** Hatchings of the drawing: dates that only name a month or a year, and stances with a condition. */
export function Patterns() {
  return (
    <defs>
      <pattern id="timeline-wide" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" style={{ fill: 'var(--surface)' }} fillOpacity={0.7} />
        <line x1="0" x2="0" y1="0" y2="6" style={{ stroke: 'var(--line-soft)' }} strokeWidth="2" />
      </pattern>
      <pattern id="timeline-conditional" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" x2="0" y1="0" y2="4" style={{ stroke: 'var(--stance-conditional)' }} strokeWidth="2" />
      </pattern>
    </defs>
  )
}
