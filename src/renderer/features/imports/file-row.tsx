/** One line of the list of files: whether it comes in, its title, where it is from, and what stands against it, in words. */
import { Check, ChevronRight, Minus } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useDateText, useSay } from '../../lib/say.ts'
import { cx } from '../../ui/cx.ts'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './file-list.module.css'
import { asksLetters } from './review.ts'
import type { Row } from './rows.ts'

export interface FileRowProps {
  id: string
  index: number
  row: Row
  /** Pixels from the start of the list. */
  start: number
  title: string
  ticked: number
  total: number
  isTwin: boolean
  isWrong: boolean
  isPicked: boolean
  isAt: boolean
  onPress: (event: MouseEvent) => void
  onTick: () => void
  onExpand: () => void
}

export function FileRow(props: FileRowProps) {
  const { id, index, row, start, title, ticked, total, isPicked, isAt, onPress, onTick, onExpand } = props
  const say = useSay()
  const { facts, state } = useRowWords(props)
  const checked = ticked === 0 ? 'false' : ticked < total ? 'mixed' : 'true'
  const language = row.article?.metadata.language
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list has the focus and takes the keys
    <div
      id={id}
      role="row"
      aria-rowindex={index + 1}
      aria-level={row.level}
      aria-selected={isPicked}
      aria-expanded={row.isExpanded ?? undefined}
      data-at={isAt || undefined}
      data-out={(row.units.length > 0 && ticked === 0) || undefined}
      className={styles.row}
      style={{ transform: `translateY(${start}px)` }}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onClick={onPress}
    >
      <div role="gridcell" className={styles.mark} data-level={row.level}>
        {row.isExpanded !== null && (
          <button
            type="button"
            tabIndex={-1}
            className={styles.expand}
            data-open={row.isExpanded || undefined}
            aria-label={say(row.isExpanded ? 'import.close' : 'import.unfold', { name: row.file.staged.name })}
            onClick={(event) => {
              event.stopPropagation()
              onExpand()
            }}
          >
            <ChevronRight aria-hidden="true" />
          </button>
        )}
        {row.state === 'reading' || (row.file.isReading && row.level === 1) ? (
          <Spinner label={say('import.state.reading')} />
        ) : (
          row.units.length > 0 && (
            <button
              type="button"
              role="checkbox"
              tabIndex={-1}
              aria-checked={checked}
              aria-label={say('import.tick', { title })}
              className={styles.tick}
              onClick={(event) => {
                event.stopPropagation()
                onTick()
              }}
            >
              {checked === 'true' ? <Check aria-hidden="true" /> : checked === 'mixed' ? <Minus aria-hidden="true" /> : null}
            </button>
          )
        )}
      </div>
      <div role="gridcell" className={styles.words}>
        <bdi className={styles.title} lang={language ?? undefined}>
          {title}
        </bdi>
        <span className={styles.facts}>
          {state && (
            <span className={cx(styles.state, styles[state.kind])} title={state.text}>
              {state.text}
            </span>
          )}
          <bdi className={styles.from} title={facts}>
            {facts}
          </bdi>
        </span>
      </div>
    </div>
  )
}

type State = { text: string; kind: 'calm' | 'ask' | 'bad' } | null

/** What stands beneath the title: where it is from, and what stands against it. */
function useRowWords({ row, ticked, total, isTwin, isWrong }: FileRowProps): { facts: string; state: State } {
  const say = useSay()
  const dateText = useDateText()
  const { article, file, state } = row
  const { preview, staged } = file
  const facts = article
    ? [
        article.metadata.outlet,
        article.metadata.published === null ? null : dateText(article.metadata.published.slice(0, 10)),
        row.level === 1 ? staged.name : null,
      ]
    : [row.level === 1 ? (preview?.format ? say(`import.format.${preview.format}`) : null) : null]
  return { facts: facts.filter(Boolean).join(' · '), state: stateWords() }

  function stateWords(): State {
    if (isWrong) return { text: say('import.state.wrong'), kind: 'bad' }
    if (state === 'needs') return { text: say(`import.ask.${preview?.problem?.code ?? 'encoding'}`), kind: 'ask' }
    if (state === 'refused') return { text: say('import.state.problem'), kind: 'bad' }
    if (row.level === 1 && asksLetters(file)) return { text: say('import.ask.letters'), kind: 'ask' }
    if (state === 'reading') return { text: say('import.state.reading'), kind: 'calm' }
    if (article?.duplicate) return { text: say('import.state.duplicate'), kind: 'calm' }
    if (isTwin) return { text: say('import.state.twin'), kind: 'calm' }
    if (row.isRest || article) return null
    if (preview?.project && preview.project.articles === 0) return { text: say('import.state.codebook'), kind: 'calm' }
    if (preview?.project) return { text: say('import.state.project', { count: preview.project.articles }), kind: 'calm' }
    if (state === 'duplicate' && ticked === 0) return { text: say('import.state.allThere', { count: total }), kind: 'calm' }
    return { text: say('import.state.many', { ticked, total }), kind: 'calm' }
  }
}
