/**
 * Puts a passage into a thread: those that fit come first, each with the reasons and the role it would have; then all others, found
 * by typing; last, a new thread from the passage. Enter takes the marked line. The role is the proposed one, or the one chosen beside the
 * search, for whichever thread is taken. Nothing is attached without a choice.
 */
import { useMemo, useState } from 'react'
import { Autocomplete, Header, Input, Menu, MenuItem, MenuSection, SearchField, useFilter } from 'react-aria-components'
import { memberRoleSchema, type MemberRole, type Thread, type ThreadReason } from '../../../shared/domain/thread.ts'
import { useCodebook } from '../../lib/codebook.ts'
import { useAction, useData } from '../../lib/data.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './attach-dialog.module.css'

export interface AttachDialogProps {
  annotationId: number
  onClose: () => void
  /** A new thread is wanted; `title` is what was typed, if anything. */
  onNew: (title: string) => void
}

interface Offer {
  thread: Thread
  role: MemberRole
  reasons: readonly ThreadReason[]
}

export function AttachDialog({ annotationId, onClose, onNew }: AttachDialogProps) {
  const say = useSay()
  const { contains } = useFilter({ sensitivity: 'base' })
  const { partyById } = useCodebook()
  const [typed, setTyped] = useState('')
  const [wanted, setWanted] = useState<MemberRole | typeof PROPOSED>(PROPOSED)
  const { data: annotation, error, refetch } = useData('annotations.get', { id: annotationId })
  const { data: suggestions } = useData('threads.suggest', { id: annotationId })
  const { data: threads } = useData('threads.list', {})
  const attach = useAction('threads.attach')
  const offerUndo = useOfferUndo()
  const offers = useMemo(() => offersOf(suggestions ?? [], threads ?? [], annotationId), [suggestions, threads, annotationId])

  const roleOf = ({ role }: Offer): MemberRole => (wanted === PROPOSED ? role : wanted)
  const put = async (offer: Offer): Promise<void> => {
    const { thread } = offer
    const role = roleOf(offer)
    if (!(await attach.run({ id: thread.id, annotationId, role }))) return
    offerUndo(say('threads.attached', { title: thread.title, role: say(`thread.role.${role}`) }))
    onClose()
  }
  const line = (offer: Offer) => {
    const { thread, reasons } = offer
    const parties = [thread.ownerId, thread.addresseeId].flatMap((id) => (id === null ? [] : (partyById.get(id)?.name ?? [])))
    return (
      <MenuItem
        key={thread.id}
        id={thread.id}
        textValue={`${thread.title} ${parties.join(' ')}`}
        className={styles.item ?? ''}
        onAction={() => void put(offer)}
      >
        <span className={styles.title} dir="auto">
          {thread.title}
        </span>
        <span className={styles.role}>{say('threads.as', { role: say(`thread.role.${roleOf(offer)}`) })}</span>
        <span className={styles.facts}>
          {[say(`thread.kind.${thread.kind}`), parties.join(' → '), say('threads.members', { count: thread.members.length })]
            .filter((fact) => fact !== '')
            .map((fact) => (
              <bdi key={fact}>{fact}</bdi>
            ))}
        </span>
        {reasons.length > 0 && (
          <span className={styles.reasons}>{reasons.map((reason) => say(`thread.reason.${reason}`)).join(' · ')}</span>
        )}
      </MenuItem>
    )
  }
  return (
    <Dialog title={say('threads.attachTitle')} isOpen onClose={onClose} size="medium" isDismissable isFlush>
      {error && <LoadError error={error} onAgain={() => void refetch()} />}
      {annotation && (
        <blockquote className={styles.quote} data-reading dir="auto">
          {annotation.quote}
        </blockquote>
      )}
      <div className={styles.wanted}>
        <Select<MemberRole | typeof PROPOSED>
          label={say('threads.role')}
          value={wanted}
          onChange={setWanted}
          options={[
            { id: PROPOSED, label: say('threads.roleProposed') },
            ...memberRoleSchema.options.map((id) => ({ id, label: say(`thread.role.${id}`) })),
          ]}
        />
      </div>
      {/* There from the start, so that nothing typed is lost while the threads are looked up. */}
      <Autocomplete inputValue={typed} onInputChange={setTyped} filter={(label, text) => contains(label, text)}>
        <SearchField aria-label={say('threads.find')} autoFocus className={styles.search ?? ''}>
          <Input placeholder={say('threads.find')} className={styles.input ?? ''} />
        </SearchField>
        <Menu aria-label={say('threads.attachTitle')} className={styles.list ?? ''}>
          {(!suggestions || !threads) && (
            <MenuSection>
              <Header className={styles.heading}>{say('threads.loading')}</Header>
            </MenuSection>
          )}
          {offers.fitting.length > 0 && (
            <MenuSection>
              <Header className={styles.heading}>{say('threads.fitting')}</Header>
              {offers.fitting.map(line)}
            </MenuSection>
          )}
          {offers.others.length > 0 && (
            <MenuSection>
              <Header className={styles.heading}>{say(offers.fitting.length > 0 ? 'threads.others' : 'threads.all')}</Header>
              {offers.others.map(line)}
            </MenuSection>
          )}
          <MenuSection>
            {/* Its text holds what is typed, so that it stays whatever is looked for. */}
            <MenuItem
              id="new"
              textValue={`${say('threads.new')} ${typed}`}
              className={styles.item ?? ''}
              onAction={() => onNew(typed.trim())}
            >
              <span className={styles.title}>
                {typed.trim() === '' ? say('threads.new') : say('threads.newNamed', { title: typed.trim() })}
              </span>
            </MenuItem>
          </MenuSection>
        </Menu>
      </Autocomplete>
    </Dialog>
  )
}

/** The role that is proposed for each thread. */
const PROPOSED = 'proposed'

/** Threads that fit, best first, and all others by title; those it is in already are left out. */
function offersOf(suggestions: readonly Offer[], threads: readonly Thread[], annotationId: number): { fitting: Offer[]; others: Offer[] } {
  const shown = new Set(suggestions.map(({ thread }) => thread.id))
  const others = threads
    .filter(({ id, members }) => !shown.has(id) && !members.some((member) => member.annotationId === annotationId))
    .toSorted((a, b) => a.title.localeCompare(b.title))
    .map((thread) => ({ thread, role: thread.members.length === 0 ? ('raised' as const) : ('repeated' as const), reasons: [] }))
  return { fitting: [...suggestions], others }
}
