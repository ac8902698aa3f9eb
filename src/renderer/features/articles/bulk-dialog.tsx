/** Many articles at once: what they share is shown, what differs is said, and only what is ticked is changed, in one step. */
import { useState, type ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { codingStatusSchema, reliabilitySchema, type Direction } from '../../../shared/domain/article.ts'
import type { ArticleBulk, ArticleCommon } from '../../../shared/domain/article-table.ts'
import type { Collection } from '../../../shared/domain/collection.ts'
import { useAction, useData } from '../../lib/data.ts'
import { readDate } from '../../lib/date-words.ts'
import { languageItems } from '../../lib/languages.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './bulk-dialog.module.css'

type Field = 'outlet' | 'published' | 'language' | 'direction' | 'status' | 'reliability' | 'credibility'
const DIRECTIONS: readonly Direction[] = ['ltr', 'rtl']
const NONE = 'none'

export interface BulkDialogProps {
  ids: readonly number[]
  collections: readonly Collection[]
  onClose: () => void
}

export function BulkDialog({ ids, collections, onClose }: BulkDialogProps) {
  const { data: common } = useData('articles.common', { ids: [...ids] })
  return common ? <BulkForm ids={ids} common={common} collections={collections} onClose={onClose} /> : null
}

function BulkForm({ ids, common, collections, onClose }: BulkDialogProps & { common: ArticleCommon }) {
  const say = useSay()
  const intl = useIntl()
  const { run, pending } = useAction('articles.bulkUpdate')
  const offerUndo = useOfferUndo()
  const [draft, setDraft] = useState<Record<Field, string>>(() => textsOf(common))
  const [ticked, setTicked] = useState<ReadonlySet<Field>>(new Set())
  const [into, setInto] = useState<ReadonlyMap<number, boolean>>(new Map())
  const set = (field: Field, value: string): void => {
    setDraft((before) => ({ ...before, [field]: value }))
    setTicked((before) => new Set([...before, field]))
  }
  const reading = readDate(draft.published, null)
  const isDateGood = draft.published.trim() === '' || reading.kind === 'date'
  const patch = patchOf(draft, ticked, reading.kind === 'date' ? reading.value : null)
  const moved = [...into].filter(([id, isIn]) => isIn !== (memberState(common, id) === 'all') || memberState(common, id) === 'some')
  const isChanged = ticked.size > 0 || moved.length > 0

  const save = async (): Promise<void> => {
    if (!isChanged || (ticked.has('published') && !isDateGood)) return
    const done = await run({
      ids: [...ids],
      patch,
      addCollections: moved.flatMap(([id, isIn]) => (isIn ? id : [])),
      removeCollections: moved.flatMap(([id, isIn]) => (isIn ? [] : id)),
    })
    if (!done) return
    if (done.articles > 0) offerUndo(say('articles.changed', { count: done.articles }))
    onClose()
  }
  const field = (name: Field, control: ReactNode) => (
    <div className={styles.field}>
      <Checkbox
        label={say(`articles.bulkField.${name}`)}
        value={ticked.has(name)}
        onChange={(isOn) =>
          setTicked((before) => (isOn ? new Set([...before, name]) : new Set([...before].filter((other) => other !== name))))
        }
      />
      <div>{control}</div>
    </div>
  )
  const mixed = (name: Field) => (common[name].mixed && !ticked.has(name) ? { placeholder: say('articles.mixed') } : {})
  const choice = (name: Field, options: { id: string; label: string }[]) =>
    field(
      name,
      <Select
        label={say(`articles.bulkField.${name}`)}
        hideLabel
        value={common[name].mixed && !ticked.has(name) ? null : draft[name]}
        onChange={(value) => set(name, value)}
        options={options}
        {...mixed(name)}
      />,
    )
  return (
    <Dialog
      title={say('articles.bulkTitle', { count: common.articles })}
      isOpen
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button label={say('action.cancel')} onPress={onClose} />
          <Button
            label={say('articles.bulkSave', { count: common.articles })}
            kind="primary"
            type="submit"
            isDisabled={!isChanged}
            {...(pending && { pendingLabel: say('status.saving') })}
          />
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.note}>{say('articles.bulkAbout')}</p>
        {field(
          'outlet',
          <TextField
            label={say('articles.bulkField.outlet')}
            hideLabel
            value={draft.outlet}
            onChange={(value) => set('outlet', value)}
            {...mixed('outlet')}
          />,
        )}
        {field(
          'published',
          <TextField
            label={say('articles.bulkField.published')}
            hideLabel
            value={draft.published}
            onChange={(value) => set('published', value)}
            {...mixed('published')}
            {...(ticked.has('published') && !isDateGood && { error: say('articles.notADate') })}
          />,
        )}
        {field(
          'language',
          <ComboBox
            label={say('articles.bulkField.language')}
            hideLabel
            items={languageItems(intl.locale, draft.language === '' ? null : draft.language)}
            value={draft.language === '' ? null : draft.language}
            onChange={(value) => set('language', value ?? '')}
            {...mixed('language')}
          />,
        )}
        {choice(
          'direction',
          DIRECTIONS.map((id) => ({ id, label: say(`articles.direction.${id}`) })),
        )}
        {choice(
          'status',
          codingStatusSchema.options.map((id) => ({ id, label: say(`article.status.${id}`) })),
        )}
        {choice(
          'reliability',
          [NONE, ...reliabilitySchema.options].map((id) => ({ id, label: say(`metadata.reliability.${id}`) })),
        )}
        {choice(
          'credibility',
          [NONE, 1, 2, 3, 4, 5, 6].map((id) => ({ id: String(id), label: say(`metadata.credibility.${id}`) })),
        )}
        {collections.length > 0 && (
          <fieldset className={styles.collections}>
            <legend>{say('articles.facet.collection')}</legend>
            {collections.map(({ id, name }) => {
              const state = into.get(id) ?? memberState(common, id)
              return (
                <Checkbox
                  key={id}
                  label={name}
                  value={state === true || state === 'all'}
                  isMixed={state === 'some'}
                  onChange={(isIn) => setInto(new Map([...into, [id, isIn]]))}
                />
              )
            })}
          </fieldset>
        )}
      </div>
    </Dialog>
  )
}

function memberState(common: ArticleCommon, id: number): 'all' | 'some' | 'none' {
  const held = common.collections.find((collection) => collection.id === id)?.articles ?? 0
  return held === 0 ? 'none' : held === common.articles ? 'all' : 'some'
}

const textsOf = (common: ArticleCommon): Record<Field, string> => ({
  outlet: common.outlet.mixed ? '' : (common.outlet.value ?? ''),
  published: common.published.mixed ? '' : (common.published.value ?? ''),
  language: common.language.mixed ? '' : (common.language.value ?? ''),
  direction: common.direction.mixed ? 'ltr' : common.direction.value,
  status: common.status.mixed ? 'new' : common.status.value,
  reliability: common.reliability.mixed ? NONE : (common.reliability.value ?? NONE),
  credibility: common.credibility.mixed ? NONE : String(common.credibility.value ?? NONE),
})

function patchOf(draft: Record<Field, string>, ticked: ReadonlySet<Field>, published: string | null): Partial<ArticleBulk> {
  const outlet = draft.outlet.trim()
  const direction = DIRECTIONS.find((id) => id === draft.direction)
  const status = codingStatusSchema.safeParse(draft.status).data
  return {
    ...(ticked.has('outlet') && { outlet: outlet === '' ? null : outlet }),
    ...(ticked.has('published') && { published }),
    ...(ticked.has('language') && { language: draft.language === '' ? null : draft.language }),
    ...(ticked.has('direction') && direction && { direction }),
    ...(ticked.has('status') && status && { status }),
    ...(ticked.has('reliability') && { reliability: reliabilitySchema.safeParse(draft.reliability).data ?? null }),
    ...(ticked.has('credibility') && { credibility: draft.credibility === NONE ? null : Number(draft.credibility) }),
  }
}
