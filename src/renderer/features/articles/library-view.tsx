/** The library as a table: what is looked for at the top, facets beside, all articles that fit in the middle. */
import { FilePlus2, Search, SlidersHorizontal, PanelLeft } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import {
  articleGroupSchema,
  DEFAULT_SORT,
  type ArticleFilter,
  type ArticleGroup,
  type ArticleSort,
} from '../../../shared/domain/article-table.ts'
import type { Collection } from '../../../shared/domain/collection.ts'
import { useArticleRows } from '../../lib/article-rows.ts'
import { useCanWrite, useData } from '../../lib/data.ts'
import { DataGrid } from '../../lib/grid/data-grid.tsx'
import { linesOf } from '../../lib/grid/lines.ts'
import { useColumns } from '../../lib/grid/use-columns.ts'
import { useSelection } from '../../lib/grid/use-selection.ts'
import { useTableSettings } from '../../lib/grid/use-table-settings.ts'
import { FilterChips } from '../../lib/parts/filter-chips.tsx'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useSay } from '../../lib/say.ts'
import { isEmptyFilter, tidyFilter } from '../../stores/article-filter.ts'
import type { AnchorRect } from '../../ui/anchor.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuChecks, MenuSeparator } from '../../ui/menu.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { SplitPane } from '../../ui/split-pane.tsx'
import { BulkDialog } from './bulk-dialog.tsx'
import { useCellWords } from './cell-words.tsx'
import { ARTICLE_COLUMNS, sortOf, type ColumnId } from './columns.tsx'
import { DRAGGED_ARTICLES } from './dragged.ts'
import { FacetPane } from './facet-pane.tsx'
import styles from './library-view.module.css'
import { RowMenu } from './row-menu.tsx'
import { useArticleActs } from './use-article-acts.ts'
import { useNarrow, useTyped } from '../../lib/use-typed.ts'

export interface Look {
  filter?: ArticleFilter
  sort?: ArticleSort
  group?: ArticleGroup
}
export interface LibraryViewProps {
  filter: ArticleFilter
  /** Null: the newest first. */
  sort: ArticleSort | null
  group: ArticleGroup | null
  onLook: (look: Look, options: { replace: boolean }) => void
  onOpen: (id: number) => void
  onDetails?: (id: number) => void
  onEdit: (id: number) => void
  onNewText: (id: number) => void
  onReport: (ids: readonly number[]) => void
  onExport: (ids: readonly number[]) => void
  /** The article that was opened from the table when it was last on screen. */
  leftAt?: number | null
}

const NO_IDS: readonly number[] = []
const NO_COLLECTIONS: readonly Collection[] = []

export function LibraryView({
  filter,
  sort,
  group,
  onLook,
  onOpen,
  onDetails,
  onEdit,
  onNewText,
  onReport,
  onExport,
  leftAt = null,
}: LibraryViewProps) {
  const say = useSay()
  const canWrite = useCanWrite()
  const { settings, change } = useTableSettings('table')
  const look = (part: { filter?: ArticleFilter; sort?: ArticleSort | null; group?: ArticleGroup | null }, replace = false): void => {
    const next = { filter, sort, group, ...part }
    const tidy = tidyFilter(next.filter)
    onLook(
      {
        ...(!isEmptyFilter(tidy) && { filter: tidy }),
        ...(next.sort && next.sort.length > 0 && { sort: next.sort }),
        ...(next.group && { group: next.group }),
      },
      { replace },
    )
  }
  const setFilter = (next: ArticleFilter): void => look({ filter: next })

  const { data, error, refetch, isPlaceholderData } = useData('articles.table', { filter, sort: sort ?? DEFAULT_SORT, group })
  const { data: listed } = useData('collections.list', {})
  const collections = listed ?? NO_COLLECTIONS
  const ids = data?.ids ?? NO_IDS
  const grid = useRef<{ focus: () => void }>(null)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const lines = useMemo(() => linesOf(ids, data?.groups ?? null, folded), [ids, data?.groups, folded])
  const selection = useSelection(lines, ids)
  const columns = useColumns({
    set: ARTICLE_COLUMNS,
    settings,
    change,
    sort: sort ?? DEFAULT_SORT,
    onSort: (next) => look({ sort: next.length === 0 ? null : sortOf(next) }, true),
  })
  const words = useCellWords(collections, data?.groups ? group : null)
  const head = {
    name: (column: ColumnId) => say(`articles.column.${column}`),
    about: (column: ColumnId) => say(`articles.about.${column}`),
    chosen: say('articles.choose'),
    chooseAll: say('articles.chooseAll'),
  }
  const acts = useArticleActs(collections)
  const [menu, setMenu] = useState<{ ids: readonly number[]; at: AnchorRect } | null>(null)
  const [bulk, setBulk] = useState<readonly number[] | null>(null)
  const [text, setText] = useTyped(filter.text ?? '', (next) => look({ filter: { ...filter, text: next } }, true))
  // A collection that is gone, by whatever way, narrows nothing down: nothing on screen could take it off.
  const gone = listed && filter.collections?.some((id) => id !== 0 && !listed.some((collection) => collection.id === id))
  const dropGone = useRef(() => {})
  dropGone.current = () =>
    look(
      { filter: { ...filter, collections: filter.collections?.filter((id) => id === 0 || listed?.some((other) => other.id === id)) } },
      true,
    )
  useEffect(() => {
    if (gone) dropGone.current()
  }, [gone])
  const isNarrow = useNarrow()
  const [isOver, setOver] = useState(false)
  const isFacetsOpen = isNarrow ? isOver : settings.facetsOpen
  const within = filter.collections?.length === 1 ? collections.find(({ id }) => id === filter.collections?.[0]) : undefined

  const empty = !data ? (
    <Spinner label={say('articles.loading')} />
  ) : data.total === 0 ? (
    <EmptyState icon={<FilePlus2 />} title={say('library.empty')}>
      {say('library.emptyText')}
    </EmptyState>
  ) : (
    <EmptyState
      icon={<Search />}
      title={say('library.nothingFound')}
      actions={<Button label={say('articles.showAll')} onPress={() => look({ filter: {} })} />}
    >
      {say('articles.nothingFits')}
    </EmptyState>
  )

  const main = (
    <section className={styles.main} aria-label={say('articles.title')} onPointerDownCapture={() => setOver(false)}>
      <div className={styles.head}>
        <IconButton
          label={say(isFacetsOpen ? 'articles.hideFacets' : 'articles.showFacets')}
          icon={<PanelLeft />}
          onPress={() => (isNarrow ? setOver(!isOver) : change({ facetsOpen: !settings.facetsOpen }))}
        />
        <SearchField
          label={say('library.filter')}
          placeholder={say('library.filter')}
          value={text}
          onChange={setText}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || event.altKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            grid.current?.focus()
          }}
          className={styles.search}
        />
        <span className={styles.count} role="status">
          {data &&
            say(selection.ids.size > 0 ? 'articles.foundChosen' : 'articles.found', {
              found: data.found,
              total: data.total,
              chosen: selection.ids.size,
            })}
        </span>
        <span className={styles.space} />
        {selection.ids.size > 0 && (
          <Button
            label={say('articles.bulk', { count: selection.ids.size })}
            size="small"
            isDisabled={!canWrite}
            onPress={() => setBulk([...selection.ids])}
          />
        )}
        <Select
          label={say('articles.group')}
          hideLabel
          isQuiet
          value={group ?? 'none'}
          onChange={(next) => look({ group: next === 'none' ? null : next }, true)}
          options={(['none', ...articleGroupSchema.options] as const).map((id) => ({ id, label: say(`articles.group.${id}`) }))}
        />
        <Menu
          label={say('articles.view')}
          placement="bottom end"
          trigger={<IconButton label={say('articles.view')} icon={<SlidersHorizontal />} />}
        >
          <MenuChecks
            label={say('articles.columns')}
            value={columns.all.filter(columns.isShown)}
            onChange={columns.setShown}
            options={columns.all.map((id) => ({ id, label: say(`articles.column.${id}`), isDisabled: id === 'title' }))}
          />
          <MenuSeparator />
          <MenuChecks
            label={say('articles.view')}
            hideLabel
            value={[...(settings.dense ? ['dense' as const] : []), ...(filter.storyOnce ? ['once' as const] : [])]}
            onChange={(on) => {
              if (on.includes('dense') !== settings.dense) change({ dense: on.includes('dense') })
              if (on.includes('once') !== (filter.storyOnce ?? false)) setFilter({ ...filter, storyOnce: on.includes('once') })
            }}
            options={[
              { id: 'dense', label: say('articles.dense') },
              { id: 'once', label: say('articles.storyOnce') },
            ]}
          />
        </Menu>
      </div>
      <FilterChips filter={filter} onFilter={setFilter} className={styles.chips} />
      {error && !data ? (
        <LoadError error={error} onAgain={() => void refetch()} />
      ) : (
        <div className={styles.table} aria-busy={isPlaceholderData}>
          <DataGrid
            label={say('articles.table')}
            useRows={useArticleRows}
            dragType={DRAGGED_ARTICLES}
            head={head}
            lines={lines}
            ids={ids}
            found={data?.found ?? 0}
            question={JSON.stringify([filter, sort, group])}
            columns={columns}
            selection={selection}
            isDense={settings.dense}
            words={words}
            acts={{ open: onOpen, remove: (gone) => void acts.remove(gone), menu: (of, at) => setMenu({ ids: of, at }) }}
            onFold={(value) => setFolded((before) => toggled(before, value))}
            empty={empty}
            leftAt={leftAt}
            ref={grid}
          />
        </div>
      )}
      <RowMenu
        ids={menu?.ids ?? NO_IDS}
        at={menu?.at ?? null}
        onClose={() => setMenu(null)}
        collections={collections}
        within={within}
        onOpen={onOpen}
        onDetails={onDetails}
        onEdit={onEdit}
        onNewText={onNewText}
        onBulk={setBulk}
        onReport={onReport}
        onExport={onExport}
        onCollect={(of, into) => void acts.collect(of, into)}
        onNewCollection={(of) => void acts.newCollection(of)}
        onTakeOut={(of, from) => void acts.takeOut(of, from)}
        onRemove={(of) => void acts.remove(of)}
      />
      {bulk && <BulkDialog ids={bulk} collections={collections} onClose={() => setBulk(null)} />}
    </section>
  )
  return (
    <SplitPane
      value={{ start: settings.facetsWidth, end: 300, isStartOpen: settings.facetsOpen, isEndOpen: false }}
      onChange={(sizes) => change({ facetsWidth: Math.round(sizes.start), facetsOpen: sizes.isStartOpen })}
      usual={{ start: 250, end: 300 }}
      folded={isNarrow ? { start: isOver } : {}}
      start={
        <div
          role="presentation"
          className={styles.facets}
          // Laid over the table it goes by Escape, which in a name that is being changed means something else.
          onKeyDown={(event) => {
            if (isOver && event.key === 'Escape' && !event.defaultPrevented) setOver(false)
          }}
        >
          <FacetPane filter={filter} onFilter={setFilter} />
        </div>
      }
      main={main}
      labels={{ start: say('articles.facets'), main: say('articles.title'), resizeStart: say('articles.resizeFacets') }}
    />
  )
}

function toggled(set: ReadonlySet<string>, value: string): Set<string> {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}
