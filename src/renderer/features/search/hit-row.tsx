/** One hit: words in the middle of their line; or the quote, note or translation of an annotation, with its tag; or a field of the metadata. */
import type { FoundArticle, Hit } from '../../../shared/domain/search.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { KwicLine } from '../../lib/parts/kwic-line.tsx'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { MarkedText } from './marked-text.tsx'
import styles from './search-view.module.css'

/** Fields of the metadata that have a name in the locale; others are shown by the name they came with. */
const OWN_FIELDS = ['outlet', 'author', 'url', 'note']

export const keyOfHit = (articleId: number, { kind, start, annotation, field }: Hit): string =>
  [articleId, kind, start ?? '', annotation?.id ?? '', field ?? ''].join(':')

export interface HitRowProps {
  article: FoundArticle
  hit: Hit
  codebook: Codebook
  onOpen: () => void
}

export function HitRow({ article, hit, codebook, onOpen }: HitRowProps) {
  const say = useSay()
  const { kind, line, annotation, coded, field } = hit
  const { direction, language } = article
  const coding = annotation ? [annotation] : coded
  const tags = [...new Set(coding.map(({ tagId }) => tagId))].flatMap((id) => codebook.tagById.get(id) ?? [])
  const speaker = annotation?.speakerId == null ? undefined : codebook.partyById.get(annotation.speakerId)
  const [first] = line.marks
  const isKwic = kind === 'text' && first !== undefined
  const label =
    kind === 'metadata'
      ? say('search.inMetadata', { field: field !== null && OWN_FIELDS.includes(field) ? say(`search.about.${field}`) : (field ?? '') })
      : kind === 'note' || kind === 'translation'
        ? say(`search.kind.${kind}`)
        : null
  return (
    <button type="button" className={styles.hit} data-kind={kind} data-hit={keyOfHit(article.id, hit)} onClick={onOpen}>
      <span className={styles.tags}>
        {tags.map((tag) => (
          <TagMark key={tag.id} tag={tag} short />
        ))}
      </span>
      {isKwic ? (
        <KwicLine
          before={(line.cutBefore ? '…' : '') + line.text.slice(0, first.start)}
          match={<span className={styles.mark}>{line.text.slice(first.start, first.end)}</span>}
          after={<MarkedText line={behind(line, first.end)} />}
          direction={direction}
          language={language}
        />
      ) : (
        <span className={styles.plain}>
          {label !== null && <span className={styles.kind}>{label}</span>}
          {speaker && (
            <>
              <bdi className={styles.speaker}>{speaker.name}</bdi>
              <VisuallyHidden>: </VisuallyHidden>
            </>
          )}
          <span
            className={styles.line}
            data-reading={kind === 'quote' || kind === 'start' ? '' : undefined}
            dir={kind === 'quote' || kind === 'start' ? direction : 'auto'}
            lang={kind === 'quote' || kind === 'start' ? (language ?? undefined) : undefined}
          >
            {line.cutBefore && '…'}
            <MarkedText line={line} />
            {line.cutAfter && '…'}
          </span>
        </span>
      )}
    </button>
  )
}

/** What stands behind the first of the words, with the others in it. */
function behind({ text, marks, cutAfter }: Hit['line'], from: number): { text: string; marks: { start: number; end: number }[] } {
  return {
    text: text.slice(from) + (cutAfter ? '…' : ''),
    marks: marks.filter(({ start }) => start >= from).map(({ start, end }) => ({ start: start - from, end: end - from })),
  }
}
