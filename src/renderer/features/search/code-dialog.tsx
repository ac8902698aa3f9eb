/**
 * Codes all hits: each passage is shown in its context and can be left out; all get the tag and what else is chosen, in one step of the
 * history. What is coded is the sentence around the words unless the words or the paragraph are chosen.
 */
import { useMemo, useState } from 'react'
import { extentSchema, type Extent } from '../../../shared/domain/search.ts'
import { stanceSchema, type Stance } from '../../../shared/domain/annotation.ts'
import { useCodebook } from '../../lib/codebook.ts'
import { useAction, useData } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { keyOfPlace, PlacesList } from '../../lib/parts/places-list.tsx'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './code-dialog.module.css'

const LIMIT = 2_000
const NONE = 'none'

export function CodeDialog({ query, onClose }: { query: string; onClose: () => void }) {
  const say = useSay()
  const codebook = useCodebook()
  const offerUndo = useOfferUndo()
  const { run: create, pending } = useAction('annotations.createMany')
  const tags = codebook.tags.filter((tag) => !tag.retired)
  const [wantedTag, setTag] = useState<number | null>(null)
  const tagId = wantedTag ?? tags[0]?.id ?? 1
  const [extent, setExtent] = useState<Extent>('sentence')
  const [speaker, setSpeaker] = useState(NONE)
  const [issue, setIssue] = useState(NONE)
  const [stance, setStance] = useState<Stance | typeof NONE>(NONE)
  const { data, error, refetch } = useData('search.places', { query, extent, tag: tagId, limit: LIMIT })
  /** Passages that were left out or taken in by hand, against what is proposed. */
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map())
  const places = useMemo(() => data?.places ?? [], [data])
  // A count follows the outlet in the same line: isolated, an outlet in Urdu does not turn the two round.
  const articles = useMemo(
    () => (data?.articles ?? []).map((one) => ({ ...one, outlet: one.outlet === null ? null : `\u2068${one.outlet}\u2069` })),
    [data],
  )
  const picked = useMemo(
    () =>
      new Set(places.filter((place) => place.coded !== 'same' && (changed.get(keyOfPlace(place)) ?? place.coded === 'no')).map(keyOfPlace)),
    [places, changed],
  )
  const code = async (): Promise<void> => {
    if (picked.size === 0 || pending) return
    const fields = {
      ...(speaker !== NONE && { speaker: Number(speaker) }),
      ...(issue !== NONE && { issues: [Number(issue)] }),
      ...(stance !== NONE && { stance }),
    }
    const chosen = places.filter((place) => picked.has(keyOfPlace(place)))
    const made = await create({
      annotations: chosen.map(({ articleId, revisionId, start, end }) => ({ articleId, revisionId, start, end, tag: tagId, ...fields })),
    })
    if (!made) return
    offerUndo(say('occurrences.tagged', { count: made.ids.length }))
    onClose()
  }
  const none = { id: NONE, label: say('search.code.none') }
  const more = data ? data.total - places.length : 0
  return (
    <Dialog
      title={say('search.code.title')}
      isOpen
      onClose={onClose}
      onSubmit={() => void code()}
      size="large"
      isFlush
      actions={
        <>
          <Button label={say('operations.cancel')} onPress={onClose} />
          <Button
            label={say('search.code.do', { count: picked.size })}
            kind="primary"
            type="submit"
            isDisabled={picked.size === 0}
            {...(pending && { pendingLabel: say('status.saving') })}
          />
        </>
      }
    >
      <div className={styles.body}>
        <div className={styles.options}>
          <div className={styles.line}>
            <Select
              label={say('coding.tag')}
              value={String(tagId)}
              onChange={(id) => setTag(Number(id))}
              options={tags.map((tag) => ({ id: String(tag.id), label: tag.name, icon: <TagMark tag={tag} short /> }))}
            />
            <Select
              label={say('coding.speaker')}
              value={speaker}
              onChange={setSpeaker}
              options={[none, ...codebook.parties.map(({ id, name }) => ({ id: String(id), label: name }))]}
            />
            <Select
              label={say('search.code.issue')}
              value={issue}
              onChange={setIssue}
              options={[none, ...codebook.issues.map(({ id, path }) => ({ id: String(id), label: path.join(' › ') }))]}
            />
            <Select
              label={say('coding.stance')}
              value={stance}
              onChange={(next) => setStance(stanceSchema.safeParse(next).data ?? NONE)}
              options={[none, ...stanceSchema.options.map((id) => ({ id, label: say(`stance.${id}`) }))]}
            />
          </div>
          <div className={styles.line}>
            <SegmentedControl
              label={say('search.code.extent')}
              size="small"
              value={extent}
              onChange={setExtent}
              options={extentSchema.options.map((id) => ({ id, label: say(`search.code.extent.${id}`) }))}
            />
            <span className={styles.count} role="status">
              {data && say('search.code.ticked', { count: data.total, articles: data.articles.length, ticked: picked.size })}
            </span>
          </div>
          {more > 0 && <p className={styles.note}>{say('occurrences.capped', { shown: places.length, more })}</p>}
          {data?.complete === false && <p className={styles.note}>{say(data.cut ? 'search.code.cut' : 'occurrences.incomplete')}</p>}
        </div>
        {error && !data ? (
          <LoadError error={error} onAgain={() => void refetch()} />
        ) : !data ? (
          <Spinner label={say('search.searching')} />
        ) : places.length === 0 ? (
          <p className={styles.none}>{say('search.code.nothing')}</p>
        ) : (
          <PlacesList
            places={places}
            self={null}
            articles={articles}
            tagName={codebook.tagById.get(tagId)?.name ?? ''}
            isGrouped
            picked={picked}
            onPick={(keys) => setChanged(new Map(places.map((place) => [keyOfPlace(place), keys.has(keyOfPlace(place))])))}
            onLeave={onClose}
            onSubmit={() => void code()}
          />
        )}
      </div>
    </Dialog>
  )
}
