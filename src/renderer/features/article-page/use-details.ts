/**
 * Metadata of an article that is saved as one goes: what is chosen at once, what is typed when its field is left, and what is still in
 * a field when the page is left. What cannot be taken stays in its field with the reason.
 */
import { useEffect, useRef, useState } from 'react'
import type { Article } from '../../../shared/domain/article.ts'
import { useAction } from '../../lib/data.ts'
import { draftOf, parseDraft, type DraftErrors, type MetadataDraft } from '../../lib/parts/metadata-draft.ts'
import { useSay } from '../../lib/say.ts'
import { toasts } from '../../stores/toasts.ts'

/** Fields that are typed into; the others are chosen. */
const TYPED: readonly (keyof MetadataDraft)[] = ['title', 'outlet', 'author', 'published', 'url', 'note']

export interface Details {
  draft: MetadataDraft
  errors: DraftErrors
  change: (draft: MetadataDraft) => void
  /** Saves what was typed. */
  commit: () => void
}

const isSame = (a: MetadataDraft, b: MetadataDraft): boolean => JSON.stringify(a) === JSON.stringify(b)

export function useDetails(article: Article): Details {
  const say = useSay()
  const { run } = useAction('articles.update')
  const [draft, setDraft] = useState<MetadataDraft>(() => draftOf(article))
  const [errors, setErrors] = useState<DraftErrors>({})
  /** What the library had when this was typed: a change from elsewhere is shown where nothing is being typed. */
  const base = useRef(draft)
  const typed = useRef(draft)
  useEffect(() => {
    const stored = draftOf(article)
    const isTyping = !isSame(typed.current, base.current)
    if (isSame(stored, base.current)) return
    base.current = stored
    if (isTyping) return
    typed.current = stored
    setDraft(stored)
  }, [article])

  const save = async (next: MetadataDraft): Promise<void> => {
    if (isSame(next, base.current)) return setErrors({})
    const parsed = parseDraft(next, say)
    if ('errors' in parsed) return setErrors(parsed.errors)
    const before = base.current
    base.current = next
    const saved = await run({ id: article.id, patch: parsed.metadata })
    if (!saved) {
      base.current = before
      return
    }
    setErrors({})
    // What was typed since stays; the rest is as the library wrote it.
    if (!isSame(typed.current, next)) return
    const stored = draftOf(saved)
    base.current = stored
    typed.current = stored
    setDraft(stored)
  }
  const change = (next: MetadataDraft): void => {
    const isTyped = TYPED.some((field) => next[field] !== typed.current[field])
    typed.current = next
    setDraft(next)
    if (!isTyped) void save(next)
  }
  const commit = (): void => void save(typed.current)
  const latest = useRef({ commit, say })
  useEffect(() => {
    latest.current = { commit, say }
  })
  useEffect(
    () => () => {
      const left = typed.current
      if (isSame(left, base.current)) return
      const { commit: saveNow, say: words } = latest.current
      if ('errors' in parseDraft(left, words)) toasts.add({ kind: 'error', text: words('articlePage.notSaved', { title: left.title }) })
      else saveNow()
    },
    [],
  )
  return { draft, errors, change, commit }
}
