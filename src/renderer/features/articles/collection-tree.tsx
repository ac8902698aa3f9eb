/** Collections as a tree: one is looked at, articles are dropped on it, F2 renames, Delete removes (its articles stay), dragging and Alt with arrows move. */
import { FolderPlus } from 'lucide-react'
import { useMemo, useRef, useState, type DragEvent } from 'react'
import { useIntl } from 'react-intl'
import type { ArticleFilter, Counted } from '../../../shared/domain/article-table.ts'
import { useAction, useCanWrite, useData } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import type { AnchorRect } from '../../ui/anchor.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { Tree, type TreeMove, type TreeNode } from '../../ui/tree.tsx'
import styles from './facet-pane.module.css'
import { DRAGGED_ARTICLES } from './dragged.ts'
import { NewCollection } from './new-collection.tsx'

export interface CollectionTreeProps {
  filter: ArticleFilter
  onFilter: (filter: ArticleFilter) => void
  /** Under the other parts of the filter. */
  counts: readonly Counted[]
}

export function CollectionTree({ filter, onFilter, counts }: CollectionTreeProps) {
  const say = useSay()
  const intl = useIntl()
  const { data: collections = [] } = useData('collections.list', {})
  const { run: create } = useAction('collections.create')
  const { run: rename } = useAction('collections.rename')
  const { run: move } = useAction('collections.move')
  const { run: remove } = useAction('collections.remove')
  const { run: setArticles } = useAction('collections.setArticles')
  const offerUndo = useOfferUndo()
  const canWrite = useCanWrite()
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [renaming, setRenaming] = useState<string | null>(null)
  /** Beneath which one the next is being named; null: at the top. Undefined: none is. */
  const [naming, setNaming] = useState<number | null | undefined>()
  const [menu, setMenu] = useState<{ id: number; at: AnchorRect } | null>(null)
  const [target, setTarget] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const countOf = useMemo(() => new Map(counts.map(({ value, count }) => [value, count])), [counts])
  const nodes = useMemo(() => {
    const beneath = (parentId: number | null): TreeNode[] =>
      collections
        .filter((collection) => collection.parentId === parentId)
        .map(({ id, name }) => ({
          id: String(id),
          label: name,
          count: intl.formatNumber(countOf.get(String(id)) ?? 0),
          countLabel: say('articles.count', { count: countOf.get(String(id)) ?? 0 }),
          children: beneath(id),
        }))
    return beneath(null)
  }, [collections, countOf, intl, say])
  const open = new Set(collections.map(({ id }) => String(id)).filter((id) => !folded.has(id)))
  const byId = new Map(collections.map((collection) => [collection.id, collection]))
  const chosen = filter.collections ?? []
  const choose = (id: number): void => onFilter({ ...filter, collections: chosen.length === 1 && chosen[0] === id ? [] : [id] })

  const add = async (name: string, parentId: number | null): Promise<boolean> => {
    const made = await create({ name, parentId })
    if (!made) return false
    if (parentId !== null) setFolded(new Set([...folded].filter((id) => id !== String(parentId))))
    setNaming(undefined)
    return true
  }
  const take = async (id: number): Promise<void> => {
    const gone = await remove({ id })
    if (!gone) return
    if (chosen.includes(id)) onFilter({ ...filter, collections: chosen.filter((other) => other !== id) })
    offerUndo(say('articles.collectionRemoved', { name: byId.get(id)?.name ?? '', count: gone.articles }))
  }
  const moveTo = async ({ id, parentId, index }: TreeMove): Promise<void> => {
    const siblings = collections.filter(
      (other) => other.parentId === (parentId === null ? null : Number(parentId)) && String(other.id) !== id,
    )
    await move({ id: Number(id), parentId: parentId === null ? null : Number(parentId), before: siblings[index]?.id ?? null })
  }
  const drop = async (id: number, articleIds: number[]): Promise<void> => {
    const done = await setArticles({ articleIds, add: [id] })
    if (done) offerUndo(say('articles.collected', { count: done.added, name: byId.get(id)?.name ?? '' }))
  }

  return (
    <div
      ref={box}
      className={styles.collections}
      // The tree itself only takes its own entries; articles come from the table.
      onDragOverCapture={(event) => {
        const id = canWrite ? rowUnder(event) : null
        mark(box.current, target, id)
        setTarget(id)
        if (id === null) return
        event.preventDefault()
        event.stopPropagation()
        event.dataTransfer.dropEffect = 'copy'
      }}
      onDragLeaveCapture={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED_ARTICLES)) return
        mark(box.current, target, null)
        setTarget(null)
      }}
      onDropCapture={(event) => {
        const id = canWrite ? rowUnder(event) : null
        mark(box.current, target, null)
        setTarget(null)
        if (id === null) return
        event.preventDefault()
        event.stopPropagation()
        void drop(Number(id), JSON.parse(event.dataTransfer.getData(DRAGGED_ARTICLES)) as number[])
      }}
    >
      {nodes.length === 0 ? (
        <p className={styles.note}>{say('articles.noCollections')}</p>
      ) : (
        <Tree
          label={say('articles.facet.collection')}
          items={nodes}
          value={chosen.length === 1 && chosen[0] !== 0 ? String(chosen[0]) : null}
          onChange={(id) => choose(Number(id))}
          expanded={open}
          onExpanded={(ids) => setFolded(new Set(collections.map(({ id }) => String(id)).filter((id) => !ids.has(id))))}
          {...(canWrite && {
            onMove: (made: TreeMove) => void moveTo(made),
            onRename: async (id: string, name: string) => (await rename({ id: Number(id), name })) !== undefined,
            onRemove: (id: string) => void take(Number(id)),
            onMenu: (id: string, at: AnchorRect) => setMenu({ id: Number(id), at }),
          })}
          renaming={renaming}
          onRenaming={setRenaming}
          gripLabel={(name) => say('articles.moveCollection', { name })}
          renameLabel={(name) => say('articles.renameCollection', { name })}
          className={styles.tree}
        />
      )}
      {nodes.length > 0 && (
        <button
          type="button"
          className={cx(styles.loose, chosen[0] === 0 && styles.looseChosen)}
          aria-pressed={chosen[0] === 0}
          onClick={() => choose(0)}
        >
          <span>{say('articles.none.collection')}</span>
          <span className={styles.count}>{intl.formatNumber(countOf.get('0') ?? 0)}</span>
        </button>
      )}
      {canWrite && naming !== undefined && (
        <NewCollection
          key={naming ?? 0}
          label={
            naming === null ? say('articles.nameCollection') : say('articles.nameCollectionBeneath', { name: byId.get(naming)?.name ?? '' })
          }
          onMake={(name) => add(name, naming)}
          onCancel={() => setNaming(undefined)}
        />
      )}
      {canWrite && naming === undefined && (
        <Button label={say('articles.addCollection')} icon={<FolderPlus />} kind="quiet" size="small" onPress={() => setNaming(null)} />
      )}
      <Menu
        label={say('articles.collectionMenu', { name: byId.get(menu?.id ?? 0)?.name ?? '' })}
        anchor={menu?.at ?? null}
        onClose={() => setMenu(null)}
      >
        <MenuItem label={say('articles.addBeneath')} onAction={() => setNaming(menu?.id ?? null)} />
        <MenuItem label={say('articles.rename')} shortcut="F2" onAction={() => setRenaming(String(menu?.id ?? ''))} />
        <MenuSeparator />
        <MenuItem label={say('articles.removeCollection')} shortcut="Delete" isDanger onAction={() => void take(menu?.id ?? 0)} />
      </Menu>
    </div>
  )
}

/** Id of the collection that articles are dragged over; null: none, or something else is dragged. */
function rowUnder({ dataTransfer, target }: DragEvent): string | null {
  if (!dataTransfer.types.includes(DRAGGED_ARTICLES) || !(target instanceof Element)) return null
  return target.closest<HTMLElement>('[role=row][data-key]')?.dataset.key ?? null
}

/** The rows belong to the tree: what says that one would take the articles is put on it from here. */
function mark(box: HTMLElement | null, before: string | null, now: string | null): void {
  if (before === now) return
  const row = (id: string): Element | null | undefined => box?.querySelector(`[role=row][data-key="${CSS.escape(id)}"]`)
  if (before !== null) row(before)?.removeAttribute('data-taking')
  if (now !== null) row(now)?.setAttribute('data-taking', '')
}
