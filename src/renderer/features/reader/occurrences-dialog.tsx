/**
 * Tags all places of the same text: each is shown in its context and can be left out; those that have the tag already are marked. One
 * step of the history, however many they are.
 */
import { useMemo, useState } from 'react'
import type { Annotation, AnnotationInput } from '../../../shared/domain/annotation.ts'
import type { OccurrencePlace, Occurrences } from '../../../shared/domain/annotation-operations.ts'
import type { Article } from '../../../shared/domain/article.ts'
import type { Span } from '../../../shared/text/span.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useAction, useCanWrite, useData } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { keyOfPlace, PlacesList } from '../../lib/parts/places-list.tsx'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { useKept } from '../../lib/use-kept.ts'
import { useCoding, type Kept } from '../../stores/coding.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { OccurrencesCoding } from './occurrences-coding.tsx'
import styles from './occurrences-dialog.module.css'

/** The passage whose other places are wanted, and the annotation on it where there is one. */
export interface Source extends Span {
  annotation: Annotation | null
}

export interface OccurrencesDialogProps {
  source: Source
  article: Article
  codebook: Codebook
  onClose: () => void
  /** Gets the first of the annotations that were made in this article. */
  onTagged: (annotationId: number) => void
}

const LIMIT = 2_000
const SCOPES = ['article', 'library'] as const

export function OccurrencesDialog({ source, article, codebook, onClose, onTagged }: OccurrencesDialogProps) {
  const say = useSay()
  const canWrite = useCanWrite()
  const offerUndo = useOfferUndo()
  const { run: create, pending } = useAction('annotations.createMany')
  const last = useCoding((state) => state.lastByArticle.get(article.id))
  const { annotation, start, end } = source
  const tags = codebook.tags.filter((tag) => !tag.retired || tag.id === annotation?.tagId)
  const [wantedTag, setWantedTag] = useState<number | null>(annotation?.tagId ?? last?.tagId ?? null)
  const tagId = tags.find((tag) => tag.id === wantedTag)?.id ?? tags[0]?.id ?? 1
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('article')
  const [fold, setFold] = useState(true)
  const [withCoding, setWithCoding] = useState(true)
  /** Places that were left out or taken in by hand, against what is proposed. */
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map())
  const { data, error, refetch } = useData('annotations.occurrences', {
    articleId: article.id,
    start,
    end,
    scope,
    fold,
    tag: tagId,
    limit: LIMIT,
  })

  const places = useMemo(() => {
    if (!data) return []
    // The selection itself is one of them, unless it is an annotation, which is coded already.
    return annotation === null && data.self ? insertSelf(data.places, data.self) : data.places
  }, [data, annotation])
  const picked = useMemo(
    () =>
      new Set(places.filter((place) => place.coded !== 'same' && (changed.get(keyOfPlace(place)) ?? place.coded === 'no')).map(keyOfPlace)),
    [places, changed],
  )
  const repick = (keys: ReadonlySet<string | number>): void =>
    setChanged(new Map(places.map((place) => [keyOfPlace(place), keys.has(keyOfPlace(place))])))
  const { kept } = useKept(article.id, codebook)
  /** What a place gets besides the tag: the coding of the annotation, else what is kept for the article, as with a tag's key. */
  const coding: Partial<AnnotationInput> = annotation && withCoding ? codingOf(annotation) : keptCoding(kept)
  const isKept = annotation === null || !withCoding
  const codingAt = (id: number): Partial<AnnotationInput> => (isKept && id !== article.id ? {} : coding)
  const tagAll = async (): Promise<void> => {
    const chosen = places.filter((place) => picked.has(keyOfPlace(place)))
    if (chosen.length === 0 || pending || !canWrite) return
    const made = await create({
      annotations: chosen.map((place) => ({
        articleId: place.articleId,
        revisionId: place.revisionId,
        start: place.start,
        end: place.end,
        tag: tagId,
        ...codingAt(place.articleId),
      })),
    })
    if (!made) return
    offerUndo(say('occurrences.tagged', { count: made.ids.length }))
    onClose()
    const first = made.ids[chosen.findIndex((place) => place.articleId === article.id)]
    if (first !== undefined && annotation === null) onTagged(first)
  }
  const count = picked.size
  // The selection is one of those that are tagged, so it is counted with them.
  const countText = ({ total, self, articles }: Occurrences): string =>
    annotation === null && self
      ? say('occurrences.countWithSelf', {
          count: total + 1,
          articles: articles.length + (articles.some(({ id }) => id === article.id) ? 0 : 1),
        })
      : say('occurrences.count', { count: total, articles: articles.length })
  const more = data ? data.total - data.places.length : 0
  return (
    <Dialog
      title={say('occurrences.title')}
      isOpen
      onClose={onClose}
      onSubmit={() => void tagAll()}
      size="large"
      isFlush
      aside={annotation && <Checkbox label={say('occurrences.withCoding')} value={withCoding} onChange={setWithCoding} />}
      actions={
        <>
          <Button label={say('operations.cancel')} onPress={onClose} />
          <Button
            label={say('occurrences.tag', { count })}
            kind="primary"
            type="submit"
            isDisabled={!canWrite || count === 0}
            {...(pending && { pendingLabel: say('status.saving') })}
          />
        </>
      }
    >
      <div className={styles.body}>
        <div className={styles.options}>
          <p className={styles.text} data-reading lang={article.language ?? undefined} dir="auto">
            {data?.text}
          </p>
          <div className={styles.line}>
            <Select
              label={say('coding.tag')}
              hideLabel
              value={String(tagId)}
              onChange={(id) => setWantedTag(Number(id))}
              options={tags.map((tag) => ({ id: String(tag.id), label: tag.name, icon: <TagMark tag={tag} short /> }))}
            />
            <SegmentedControl
              label={say('occurrences.where')}
              size="small"
              value={scope}
              onChange={setScope}
              options={SCOPES.map((id) => ({ id, label: say(`occurrences.scope.${id}`) }))}
            />
            <Checkbox label={say('occurrences.fold')} value={fold} onChange={setFold} />
            <span className={styles.count} role="status">
              {data && countText(data)}
            </span>
          </div>
          <OccurrencesCoding
            coding={coding}
            codebook={codebook}
            intro={say(isKept && scope === 'library' ? 'occurrences.setsHere' : 'occurrences.sets')}
          />
          {more > 0 && <p className={styles.note}>{say('occurrences.capped', { shown: data?.places.length ?? 0, more })}</p>}
          {data?.complete === false && <p className={styles.note}>{say('occurrences.incomplete')}</p>}
        </div>
        {error && !data ? (
          <LoadError error={error} onAgain={() => void refetch()} />
        ) : data && places.length === 0 ? (
          <p className={styles.none}>{say(`occurrences.none.${scope}`)}</p>
        ) : (
          <PlacesList
            places={places}
            self={annotation === null ? (data?.self ?? null) : null}
            articles={data?.articles ?? []}
            article={article}
            tagName={codebook.tagById.get(tagId)?.name ?? ''}
            isGrouped={scope === 'library'}
            picked={picked}
            onPick={repick}
            onLeave={onClose}
            onSubmit={() => void tagAll()}
          />
        )}
      </div>
    </Dialog>
  )
}

const keptCoding = ({ speaker, targets, issues }: Kept): Partial<AnnotationInput> => ({
  ...(speaker !== null && { speaker }),
  ...(targets.length > 0 && { targets: [...targets] }),
  ...(issues.length > 0 && { issues: [...issues] }),
})

function insertSelf(places: readonly OccurrencePlace[], self: OccurrencePlace): OccurrencePlace[] {
  return [...places, self].toSorted(
    (a, b) =>
      Number(b.articleId === self.articleId) - Number(a.articleId === self.articleId) || a.articleId - b.articleId || a.start - b.start,
  )
}

/** What goes along to places that are worded alike: who says it to whom on what and how; not what belongs to one passage. */
function codingOf(annotation: Annotation): Partial<AnnotationInput> {
  const { speakerId, onBehalfOfId, targetIds, issueIds, stance, intensity, attribution, reportedBy } = annotation
  return { speaker: speakerId, onBehalfOf: onBehalfOfId, targets: targetIds, issues: issueIds, stance, intensity, attribution, reportedBy }
}
