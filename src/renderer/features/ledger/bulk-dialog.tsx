/** Many threads at once: only what is ticked is changed, in all of them, in one step. A status of one's own needs a reason. */
import { useState, type ReactNode } from 'react'
import { threadKindSchema, threadStatusSchema, type ThreadKind, type ThreadStatus } from '../../../shared/domain/thread-status.ts'
import type { Input } from '../../../shared/rpc/contract.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useAction } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { keptDeadline } from './deadline.ts'
import { DeadlineInput } from './deadline-field.tsx'
import styles from './dialogs.module.css'
import { IssueBox, PartyBox } from './entry-box.tsx'

const FIELDS = ['status', 'kind', 'owner', 'addressee', 'issue', 'deadline'] as const
type Field = (typeof FIELDS)[number]
/** The rules say again what the status is. */
const BY_RULES = 'rules'

interface Draft {
  status: ThreadStatus | typeof BY_RULES
  reason: string
  kind: ThreadKind
  owner: number | null
  addressee: number | null
  issue: number | null
  deadline: string
}
const EMPTY: Draft = { status: 'open', reason: '', kind: 'demand', owner: null, addressee: null, issue: null, deadline: '' }

export interface BulkDialogProps {
  ids: readonly number[]
  codebook: Codebook
  onClose: () => void
}

export function BulkDialog({ ids, codebook, onClose }: BulkDialogProps) {
  const say = useSay()
  const { run, pending } = useAction('threads.updateMany')
  const offerUndo = useOfferUndo()
  const [draft, setDraft] = useState(EMPTY)
  const [ticked, setTicked] = useState<ReadonlySet<Field>>(new Set())
  const set = (field: Field, patch: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...patch }))
    setTicked((before) => new Set([...before, field]))
  }
  const needsReason = ticked.has('status') && draft.status !== BY_RULES
  const isReady = ticked.size > 0 && (!needsReason || draft.reason.trim() !== '')
  const save = async (): Promise<void> => {
    if (!isReady) return
    const done = await run({ ids: [...ids], patch: patchOf(draft, ticked) })
    if (!done) return
    if (done.changed > 0) offerUndo(say('ledger.changed', { count: done.changed }))
    onClose()
  }
  const field = (name: Field, label: string, control: ReactNode) => (
    <div className={styles.field}>
      <Checkbox
        label={label}
        value={ticked.has(name)}
        onChange={(isOn) => setTicked((before) => new Set(isOn ? [...before, name] : [...before].filter((other) => other !== name)))}
      />
      <div>{control}</div>
    </div>
  )
  const entry = (name: 'owner' | 'addressee' | 'issue') => ({
    label: say(`thread.${name}`),
    hideLabel: true,
    isChoiceOnly: true,
    codebook,
    value: draft[name],
    onChoose: (choice: number | string | string[] | null) => {
      // New names are made on the page of a thread; here one chooses.
      const isChosen = choice === null || typeof choice === 'number'
      if (isChosen) set(name, { [name]: choice })
      return Promise.resolve(isChosen)
    },
  })
  return (
    <Dialog
      title={say('ledger.bulkTitle', { count: ids.length })}
      isOpen
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button label={say('action.cancel')} onPress={onClose} />
          <Button
            label={say('ledger.bulkTitle', { count: ids.length })}
            kind="primary"
            type="submit"
            isDisabled={!isReady}
            {...(pending && { pendingLabel: say('status.saving') })}
          />
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.note}>{say('ledger.bulkAbout')}</p>
        {field(
          'status',
          say('ledger.column.status'),
          <div className={styles.form}>
            <Select<Draft['status']>
              label={say('ledger.column.status')}
              hideLabel
              value={ticked.has('status') ? draft.status : null}
              onChange={(status) => set('status', { status })}
              options={[
                ...threadStatusSchema.options.map((id) => ({ id, label: say(`thread.status.${id}`) })),
                { id: BY_RULES, label: say('thread.asMembers') },
              ]}
            />
            {needsReason && (
              <TextField
                label={say('thread.reason')}
                value={draft.reason}
                onChange={(reason) => set('status', { reason })}
                hint={say('thread.reasonHint')}
                isRequired
              />
            )}
          </div>,
        )}
        {field(
          'kind',
          say('thread.kind'),
          <Select<ThreadKind>
            label={say('thread.kind')}
            hideLabel
            value={ticked.has('kind') ? draft.kind : null}
            onChange={(kind) => set('kind', { kind })}
            options={threadKindSchema.options.map((id) => ({ id, label: say(`thread.kind.${id}`) }))}
          />,
        )}
        {field('owner', say('thread.owner'), <PartyBox {...entry('owner')} />)}
        {field('addressee', say('thread.addressee'), <PartyBox {...entry('addressee')} />)}
        {field('issue', say('thread.issue'), <IssueBox {...entry('issue')} />)}
        {field(
          'deadline',
          say('ledger.column.deadline'),
          <DeadlineInput
            label={say('ledger.column.deadline')}
            hideLabel
            text={draft.deadline}
            onChange={(deadline) => set('deadline', { deadline })}
          />,
        )}
      </div>
    </Dialog>
  )
}

function patchOf(draft: Draft, ticked: ReadonlySet<Field>): Input<'threads.updateMany'>['patch'] {
  return {
    ...(ticked.has('status') &&
      (draft.status === BY_RULES ? { statusOverride: null } : { statusOverride: draft.status, statusReason: draft.reason.trim() })),
    ...(ticked.has('kind') && { kind: draft.kind }),
    ...(ticked.has('owner') && { owner: draft.owner }),
    ...(ticked.has('addressee') && { addressee: draft.addressee }),
    ...(ticked.has('issue') && { issue: draft.issue }),
    ...(ticked.has('deadline') && { deadline: keptDeadline(draft.deadline) }),
  }
}
