/**
 * The history in words: who, when, what, newest first and by day. From each step one can go back to it, or take it back by itself;
 * what was taken back is struck through and can be done again.
 */
import { useEffect, useRef, useState } from 'react'
import { GridList, GridListHeader, GridListSection } from 'react-aria-components'
import { useIntl } from 'react-intl'
import type { Step } from '../../shared/domain/history.ts'
import { useCanWrite, useData } from '../lib/data.ts'
import { useSay } from '../lib/say.ts'
import { stepText } from '../lib/step-text.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { SearchField } from '../ui/search-field.tsx'
import styles from './history-dialog.module.css'
import { HistoryRow } from './history-row.tsx'
import { useHistory } from './use-history.ts'
import { useHistoryMoves } from './use-history-moves.ts'

const PAGE = 100
const NONE: Step[] = []
const MOST = 1_000

export function HistoryDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const intl = useIntl()
  const [limit, setLimit] = useState(PAGE)
  const [wanted, setWanted] = useState('')
  const [showsMoves, setShowsMoves] = useState(false)
  const { data: steps = NONE } = useData('history.list', { limit })
  const { next, undo, redo } = useHistory()
  const canMove = useCanWrite()
  const moves = useHistoryMoves()
  const list = useRef<HTMLDivElement>(null)
  // The button that was pressed may have gone with its row: without a place within, the keyboard would be nowhere.
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus()
  }, [steps])
  const now = next.undo?.seq
  const words = wanted.toLocaleLowerCase()
  const isWanted = (step: Step): boolean =>
    (showsMoves || !isMove(step)) && `${stepText(say, step)} ${step.coder}`.toLocaleLowerCase().includes(words)
  const days = Map.groupBy(steps.filter(isWanted), (step) => intl.formatDate(step.at, { dateStyle: 'full' }))
  const actions = (
    <>
      <Button label={say('history.redo')} shortcut="Mod+Shift+Z" isDisabled={!next.redo} onPress={() => void redo()} />
      <Button label={say('history.undo')} shortcut="Mod+Z" kind="primary" isDisabled={!next.undo} onPress={() => void undo()} />
    </>
  )
  return (
    <Dialog
      title={say('history.title')}
      isOpen
      onClose={onClose}
      size="large"
      actions={actions}
      aside={<Checkbox label={say('history.showMoves')} value={showsMoves} onChange={setShowsMoves} />}
      isDismissable
    >
      {steps.length > 0 && (
        <SearchField label={say('history.find')} placeholder={say('history.find')} value={wanted} onChange={setWanted} />
      )}
      {days.size === 0 ? (
        <EmptyState size="inline" title={say(steps.length === 0 ? 'history.empty' : 'history.none')} />
      ) : (
        <GridList
          aria-label={say('history.list')}
          className={styles.steps ?? ''}
          keyboardNavigationBehavior="tab"
          escapeKeyBehavior="none"
          ref={list}
        >
          {[...days].map(([day, those]) => (
            <GridListSection key={day} id={day}>
              <GridListHeader className={styles.day ?? ''}>{day}</GridListHeader>
              {those.map((step) => (
                <HistoryRow key={step.seq} step={step} isNow={step.seq === now} canMove={canMove} moves={moves} />
              ))}
            </GridListSection>
          ))}
        </GridList>
      )}
      {steps.length === limit && limit < MOST && wanted === '' && (
        <Button label={say('history.more')} kind="quiet" onPress={() => setLimit(Math.min(MOST, limit + PAGE))} />
      )}
    </Dialog>
  )
}

const isMove = (step: Step): boolean => step.kind === 'history.undo' || step.kind === 'history.redo'
