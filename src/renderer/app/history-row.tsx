/** A step in the history: what, who, when; and the two ways to take it back, which show on the row one is on. */
import { History as HistoryIcon, Undo2 } from 'lucide-react'
import { GridListItem } from 'react-aria-components'
import { useIntl } from 'react-intl'
import type { Step } from '../../shared/domain/history.ts'
import { useSay, type Say } from '../lib/say.ts'
import { stepText } from '../lib/step-text.ts'
import { IconButton } from '../ui/icon-button.tsx'
import styles from './history-dialog.module.css'
import type { HistoryMoves } from './use-history-moves.ts'

export interface HistoryRowProps {
  step: Step
  /** The step that is done last: the library is as this one left it. */
  isNow: boolean
  canMove: boolean
  moves: HistoryMoves
}

/** A field of the coding or of the codebook as its form calls it. */
const fieldText = (say: Say, field: string): string =>
  say(field.startsWith('entry.') ? `codebook.value.${field.slice('entry.'.length)}` : `coding.${field}`)

export function HistoryRow({ step, isNow, canMove, moves }: HistoryRowProps) {
  const say = useSay()
  const intl = useIntl()
  const text = stepText(say, step)
  const isUndone = step.state === 'undone'
  const isTakenBack = isUndone || step.state === 'left'
  const isStart = step.kind === 'library.create'
  const canGo = canMove && !isNow && (step.state === 'done' || isUndone || isStart)
  return (
    <GridListItem
      id={step.seq}
      textValue={text}
      className={styles.step ?? ''}
      data-state={step.state}
      data-now={isNow || undefined}
      onAction={() => {
        if (canGo) void moves.goTo(step.seq)
      }}
    >
      <span className={styles.what} dir="auto">
        {text}
      </span>
      {step.fields && <span className={styles.fields}>{step.fields.map((field) => fieldText(say, field)).join(', ')}</span>}
      {isTakenBack && <span className={styles.state}>{say(isUndone ? 'history.state.undone' : 'history.state.left')}</span>}
      {isNow && <span className={styles.now}>{say('history.now')}</span>}
      {(canGo || isNow) && canMove && (
        <span className={styles.actions}>
          {canGo && (
            <IconButton
              label={say(isUndone ? 'history.goToFuture' : 'history.goTo')}
              icon={<HistoryIcon />}
              size="small"
              onPress={() => void moves.goTo(step.seq)}
            />
          )}
          {step.state === 'done' && (
            <IconButton label={say('history.revert')} icon={<Undo2 />} size="small" onPress={() => void moves.revert(step)} />
          )}
        </span>
      )}
      <bdi className={styles.who}>{step.coder}</bdi>
      <time className={styles.when} dateTime={step.at}>
        {intl.formatTime(step.at, { timeStyle: 'short' })}
      </time>
    </GridListItem>
  )
}
