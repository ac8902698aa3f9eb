/** What the signs of the matrix mean, at hand in its tools: stances, how a party moved, marks, and the two kinds of nothing. */
import { CircleHelp, FileText, Pencil } from 'lucide-react'
import { stanceSchema } from '../../../shared/domain/annotation.ts'
import { trendKindSchema, weaknessSchema } from '../../../shared/domain/compare.ts'
import { StanceGlyph } from '../../lib/parts/stance-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import cell from './matrix-cell.module.css'
import { TrendGlyph } from './matrix-glyph.tsx'
import styles from './matrix-legend.module.css'
import { IntensityBar, WEAK_ICONS } from './matrix-marks.tsx'

export function MatrixLegend() {
  const say = useSay()
  return (
    <Popover label={say('matrix.legend')} trigger={<Button label={say('matrix.legend')} icon={<CircleHelp />} kind="quiet" size="small" />}>
      <div className={styles.legend}>
        <h3>{say('matrix.legend.stances')}</h3>
        <ul>
          {stanceSchema.options.map((stance) => (
            <li key={stance}>
              <StanceGlyph stance={stance} size={15} />
              {say(stance === 'declined' ? 'matrix.legend.declined' : `stance.${stance}`)}
            </li>
          ))}
          <li>
            <span className={styles.others} aria-hidden="true">
              <StanceGlyph stance="supports" size={9} />
            </span>
            {say('matrix.legend.others')}
          </li>
          <li>
            <span className={cell.nothing} aria-hidden="true" />
            {say('matrix.legend.none')}
          </li>
          <li>
            <span className={styles.line} aria-hidden="true" />
            {say('matrix.legend.beneath')}
          </li>
        </ul>
        <h3>{say('matrix.legend.trends')}</h3>
        <ul>
          {trendKindSchema.options.map((kind) => (
            <li key={kind}>
              <TrendGlyph kind={kind} size={12} />
              {say(`matrix.rule.${kind}`)}
            </li>
          ))}
        </ul>
        <h3>{say('matrix.legend.marks')}</h3>
        <ul>
          <li>
            <IntensityBar value={3} />
            {say('matrix.legend.intensity')}
          </li>
          {weaknessSchema.options.map((kind) => {
            const Icon = WEAK_ICONS[kind]
            return (
              <li key={kind}>
                <Icon className={cell.weak} aria-hidden="true" />
                {say(`matrix.weakness.${kind}`)}
              </li>
            )
          })}
          <li>
            <Pencil className={cell.reading} aria-hidden="true" />
            {say('matrix.legend.reading')} {say('matrix.legend.readingDots')}
          </li>
          <li>
            <FileText className={cell.note} aria-hidden="true" />
            {say('matrix.fact.summary')}
          </li>
        </ul>
      </div>
    </Popover>
  )
}
