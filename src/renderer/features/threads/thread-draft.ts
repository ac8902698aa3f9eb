/** What is typed into the form of a thread, and what of it is sent. Pure. */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import { parseIssuePath } from '../../../shared/domain/codebook.ts'
import type { Thread, ThreadInput } from '../../../shared/domain/thread.ts'
import { shorten } from '../../lib/shorten.ts'

/** An entry of the codebook by id as text, or a name that is to be made, behind this mark. */
const NEW = 'new:'
export const asNew = (name: string): string => `${NEW}${name}`
export const newNameOf = (choice: string | null): string | null => (choice?.startsWith(NEW) ? choice.slice(NEW.length) : null)

export interface ThreadDraft {
  kind: Thread['kind']
  title: string
  owner: string | null
  addressee: string | null
  issue: string | null
  criterion: string
  deadline: string
  monitor: string
  note: string
}

const LONGEST_TITLE = 90
const KIND_OF_TAG: Readonly<Record<string, Thread['kind']>> = {
  demand: 'demand',
  threat: 'threat',
  position: 'position',
  appeal: 'demand',
  rejection: 'position',
}
const choice = (id: number | null | undefined): string | null => (id === null || id === undefined ? null : String(id))

/** A new thread as a passage suggests it: its words as title, its speaker as owner, its first target and issue. */
export function draftFromAnnotation(annotation: Annotation, tagCode: string, title: string): ThreadDraft {
  const words = (annotation.translation ?? annotation.quote).replaceAll(/\s+/gu, ' ').trim()
  return {
    kind: KIND_OF_TAG[tagCode] ?? 'commitment',
    title: title === '' ? shorten(words, LONGEST_TITLE) : title,
    owner: choice(annotation.onBehalfOfId ?? annotation.speakerId),
    addressee: choice(annotation.targetIds[0]),
    issue: choice(annotation.issueIds[0]),
    criterion: '',
    deadline: annotation.deadline ?? '',
    monitor: '',
    note: '',
  }
}

/** A new thread with nothing in it but what was typed as its title. */
export const emptyDraft = (title: string): ThreadDraft => ({
  kind: 'demand',
  title,
  owner: null,
  addressee: null,
  issue: null,
  criterion: '',
  deadline: '',
  monitor: '',
  note: '',
})

type DraftedFields = 'kind' | 'title' | 'ownerId' | 'addresseeId' | 'issueId' | 'criterion' | 'deadline' | 'monitor' | 'note'
export const draftOfThread = (thread: Pick<Thread, DraftedFields> & Partial<Omit<Thread, 'members'>>): ThreadDraft => ({
  kind: thread.kind,
  title: thread.title,
  owner: choice(thread.ownerId),
  addressee: choice(thread.addresseeId),
  issue: choice(thread.issueId),
  criterion: thread.criterion ?? '',
  deadline: thread.deadline ?? '',
  monitor: thread.monitor ?? '',
  note: thread.note ?? '',
})

const reference = (picked: string | null): number | string | null => newNameOf(picked) ?? (picked === null ? null : Number(picked))
const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** The draft as the core takes it; new names are sent as they were typed. */
export function inputOf(draft: ThreadDraft): Required<Pick<ThreadInput, keyof ThreadDraft>> {
  const issue = newNameOf(draft.issue)
  return {
    kind: draft.kind,
    title: draft.title.trim(),
    owner: reference(draft.owner),
    addressee: reference(draft.addressee),
    issue: issue === null ? reference(draft.issue) : parseIssuePath(issue),
    criterion: textOrNull(draft.criterion),
    deadline: textOrNull(draft.deadline),
    monitor: textOrNull(draft.monitor),
    note: textOrNull(draft.note),
  }
}
