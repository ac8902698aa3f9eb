/** The threads this annotation belongs to: its role in each, and what else was said in it, by date, each a press away. */
import { Link2Off, Pencil, Waypoints } from 'lucide-react'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { memberRoleSchema, type MemberRole, type ThreadDetail } from '../../../shared/domain/thread.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useAction, useData } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { usePlaces } from '../../lib/places.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { formatPartialDate, useSay } from '../../lib/say.ts'
import { useWorkbench } from '../../stores/workbench.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './thread-section.module.css'

export interface ThreadSectionProps {
  annotationId: number
  codebook: Codebook
  isDisabled: boolean
}

export function ThreadSection({ annotationId, codebook, isDisabled }: ThreadSectionProps) {
  const say = useSay()
  const open = useWorkbench((state) => state.open)
  const { data: threads } = useData('threads.ofAnnotation', { id: annotationId })
  const [isOpen, setOpen] = useState(true)
  const count = threads?.length ?? 0
  return (
    <Disclosure label={say('inspector.threads')} value={isOpen} onChange={setOpen} {...(count > 0 && { badge: String(count) })}>
      <div className={styles.section}>
        {threads?.map((thread) => (
          <ThreadCard key={thread.id} {...{ thread, annotationId, codebook, isDisabled }} />
        ))}
        <Button
          label={say('inspector.attachThread')}
          icon={<Waypoints />}
          size="small"
          isDisabled={isDisabled}
          onPress={() => open({ kind: 'attach-thread', annotationId })}
        />
      </div>
    </Disclosure>
  )
}

function ThreadCard({ thread, annotationId, codebook, isDisabled }: ThreadSectionProps & { thread: ThreadDetail }) {
  const say = useSay()
  const places = usePlaces()
  const intl = useIntl()
  const open = useWorkbench((state) => state.open)
  const attach = useAction('threads.attach')
  const detach = useAction('threads.detach')
  const offerUndo = useOfferUndo()
  const role = thread.members.find(({ evidence }) => evidence.id === annotationId)?.role ?? 'repeated'
  const leave = async (): Promise<void> => {
    if (await detach.run({ id: thread.id, annotationId })) offerUndo(say('threads.detached', { title: thread.title }))
  }
  return (
    <section className={styles.card} aria-label={say('threads.named', { title: thread.title })}>
      <header className={styles.head}>
        <h4 className={styles.title} dir="auto">
          <button
            type="button"
            className={styles.page}
            aria-label={say('threads.openPage', { title: thread.title })}
            onClick={() => places.thread(thread.id)}
          >
            {thread.title}
          </button>
        </h4>
        <IconButton
          label={say('threads.edit', { title: thread.title })}
          icon={<Pencil />}
          size="small"
          onPress={() => open({ kind: 'thread', threadId: thread.id })}
        />
        <IconButton
          label={say('threads.detach', { title: thread.title })}
          icon={<Link2Off />}
          size="small"
          isDisabled={isDisabled}
          onPress={() => void leave()}
        />
      </header>
      <Select<MemberRole>
        label={say('threads.role')}
        hideLabel
        isDisabled={isDisabled}
        value={role}
        onChange={(chosen) => void attach.run({ id: thread.id, annotationId, role: chosen })}
        options={memberRoleSchema.options.map((id) => ({ id, label: say('threads.here', { role: say(`thread.role.${id}`) }) }))}
      />
      <ol className={styles.members}>
        {thread.members.map(({ role: memberRole, evidence }) => {
          const tag = codebook.tagById.get(evidence.tagId)
          const speaker = evidence.speakerId === null ? undefined : codebook.partyById.get(evidence.speakerId)
          const isThis = evidence.id === annotationId
          return (
            <li key={evidence.id}>
              <button
                type="button"
                className={styles.member}
                aria-current={isThis || undefined}
                onClick={() => places.read(evidence.articleId, evidence.id)}
              >
                <span className={styles.facts}>
                  {tag && <TagMark tag={tag} short />}
                  <span>{say(`thread.role.${memberRole}`)}</span>
                  <span>{evidence.date === null ? say('evidence.undated') : formatPartialDate(intl, evidence.date)}</span>
                  {speaker && <bdi>{speaker.name}</bdi>}
                  {evidence.outlet && <bdi>{evidence.outlet}</bdi>}
                </span>
                <span className={styles.words} lang={evidence.language ?? undefined} dir="auto">
                  {evidence.quote}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
