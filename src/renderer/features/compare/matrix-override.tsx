/**
 * Reading a cell otherwise than the rules: what they say and why, and in its place a stance, a move, or both, with the reason. The rules'
 * reading is never lost: it is shown beside one's own and comes back with a press.
 */
import { useId, useState } from 'react'
import type { Stance } from '../../../shared/domain/annotation.ts'
import { trendKindSchema, type MatrixCell, type PartyLevel, type TrendKind } from '../../../shared/domain/compare.ts'
import { useAction } from '../../lib/data.ts'
import { useEvidence } from '../../lib/evidence.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { StanceGlyph, STANCES } from '../../lib/parts/stance-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { cellFacts, factIds } from './cell-facts.ts'
import styles from './matrix-override.module.css'
import { TrendGlyph } from './matrix-glyph.tsx'
import type { MatrixWords } from './use-matrix-words.ts'

export interface OverrideDialogProps {
  cell: MatrixCell
  level: PartyLevel
  /** Issue and party. */
  name: string
  words: MatrixWords
  onClose: () => void
}

const AS_RULES = 'rules'

export function OverrideDialog({ cell, level, name, words, onClose }: OverrideDialogProps) {
  const say = useSay()
  const offerUndo = useOfferUndo()
  const hintId = useId()
  const { run: override, pending } = useAction('compare.override')
  const { run: clear, pending: isClearing } = useAction('compare.clearOverride')
  const [stance, setStance] = useState<Stance | typeof AS_RULES>(cell.override?.stance ?? AS_RULES)
  const [trend, setTrend] = useState<TrendKind | typeof AS_RULES>(cell.override?.trend ?? AS_RULES)
  const [reason, setReason] = useState(cell.override?.reason ?? '')
  const [isAsked, setAsked] = useState(false)
  const evidence = useEvidence(factIds(cell))
  const derived = cell.derived ?? { stance: cell.stance, trend: cell.trend }
  const rules: MatrixCell = { ...cell, stance: derived.stance, trend: derived.trend, override: null, derived: null, summary: null }
  const isBusy = pending || isClearing
  const isSame = stance === AS_RULES && trend === AS_RULES
  const ref = { issueId: cell.issueId, partyId: cell.partyId, level }

  const save = async (): Promise<void> => {
    setAsked(true)
    if (isBusy || isSame || reason.trim() === '') return
    const done = await override({
      cell: ref,
      stance: stance === AS_RULES ? null : stance,
      trend: trend === AS_RULES ? null : trend,
      reason: reason.trim(),
    })
    if (!done) return
    offerUndo(say('matrix.readNow', { cell: name }))
    onClose()
  }
  const asRules = async (): Promise<void> => {
    if (isBusy || !(await clear({ cell: ref }))) return
    offerUndo(say('matrix.readAsRules', { cell: name }))
    onClose()
  }
  const ofRules = (word: string | null): string => say('matrix.asRulesNow', { word: word ?? 'none' })
  return (
    <Dialog
      title={say('matrix.readOtherwiseTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => void save()}
      size="small"
      aside={cell.override && <Button label={say('matrix.asRules')} onPress={() => void asRules()} isDisabled={isBusy} />}
      actions={
        <>
          <Button label={say('action.cancel')} onPress={onClose} />
          <Button label={say('matrix.keepReading')} kind="primary" type="submit" {...(isBusy && { pendingLabel: say('matrix.keeping') })} />
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.name}>{name}</p>
        <section className={styles.rules} aria-labelledby={hintId}>
          <h3 id={hintId}>{say('matrix.rulesSay')}</h3>
          <ul>
            {cellFacts(rules, (id) => evidence.get(id), words.facts).map(({ kind, text }, index) => (
              <li key={`${kind}${index}`}>{text}</li>
            ))}
          </ul>
        </section>
        <Select
          label={say('matrix.yourStance')}
          value={stance}
          onChange={setStance}
          options={[
            { id: AS_RULES, label: ofRules(derived.stance && say(`stance.${derived.stance}`)) },
            ...STANCES.map((id) => ({ id, label: say(`stance.${id}`), icon: <StanceGlyph stance={id} size={14} /> })),
          ]}
          autoFocus
        />
        <Select
          label={say('matrix.yourTrend')}
          value={trend}
          onChange={setTrend}
          options={[
            { id: AS_RULES, label: ofRules(derived.trend && say(`matrix.trend.${derived.trend.kind}`)) },
            ...trendKindSchema.options.map((id) => ({
              id,
              label: say(`matrix.trendChoice.${id}`),
              icon: <TrendGlyph kind={id} size={12} />,
            })),
          ]}
          error={isAsked && isSame ? say('matrix.nothingOtherwise') : undefined}
        />
        <TextArea
          label={say('matrix.reason')}
          hint={say('matrix.reasonHint')}
          value={reason}
          onChange={setReason}
          minRows={3}
          error={isAsked && reason.trim() === '' ? say('matrix.reasonMissing') : undefined}
        />
      </div>
    </Dialog>
  )
}
