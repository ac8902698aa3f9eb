/**
 * The difference of two texts, paragraph by paragraph: what was put in is underlined, what was taken out struck through, and a sign at
 * the edge says which it is; colour only repeats that. Each paragraph has its own direction.
 */
import { ArrowUpDown, Minus, PencilLine, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TextChange, TextChangePart } from '../../../shared/domain/revision.ts'
import { useSay } from '../say.ts'
import styles from './text-diff.module.css'

const SIGNS = { inserted: Plus, removed: Minus, changed: PencilLine, moved: ArrowUpDown }

export interface TextDiffProps {
  changes: readonly TextChange[]
  language: string | null
  /** Of the article: the signs stand where its lines begin. */
  direction: 'ltr' | 'rtl'
}

export function TextDiff({ changes, language, direction }: TextDiffProps) {
  const say = useSay()
  return (
    <div className={styles.diff} dir={direction} role="group" aria-label={say('revisions.diff')}>
      {changes.map((change, index) =>
        change.kind === 'skipped' ? (
          <p key={index} className={styles.skipped}>
            <bdi>{say('revisions.unchanged', { count: change.paragraphs })}</bdi>
          </p>
        ) : (
          <Paragraph key={index} kind={change.kind} language={language}>
            {change.parts.map((part, at) => (
              <Part key={at} part={part} />
            ))}
          </Paragraph>
        ),
      )}
    </div>
  )
}

type ParagraphProps = { kind: 'same' | keyof typeof SIGNS; language: string | null; children: ReactNode }

function Paragraph({ kind, language, children }: ParagraphProps) {
  const say = useSay()
  const Sign = kind === 'same' ? null : SIGNS[kind]
  return (
    <div className={styles.row} data-kind={kind}>
      <span className={styles.sign}>{Sign && <Sign role="img" aria-label={say(`revisions.paragraph.${kind}`)} />}</span>
      <p className={styles.text} data-reading lang={language ?? undefined} dir="auto">
        {children}
      </p>
    </div>
  )
}

function Part({ part: { kind, text } }: { part: TextChangePart }) {
  if (kind === 'same') return text
  return kind === 'inserted' ? <ins className={styles.inserted}>{text}</ins> : <del className={styles.removed}>{text}</del>
}
