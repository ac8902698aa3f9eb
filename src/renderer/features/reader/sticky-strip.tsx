/**
 * The line beneath the text that says how the next annotation will be made: whether every selection gets a tag, and what is kept for
 * the article. It is there all the time, so that both can be turned on and off with the mouse, and says changes aloud.
 */
import { Highlighter, Pin, X, Zap } from 'lucide-react'
import { issueText, type Codebook } from '../../lib/codebook.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { useKeyOf } from '../../lib/use-key-of.ts'
import type { KeptValues } from '../../lib/use-kept.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { ToggleButton } from '../../ui/toggle-button.tsx'
import styles from './sticky-strip.module.css'
import type { StickyTag } from './use-sticky-tag.ts'

/** So many values are named; the rest is behind a button, so that the line stays one line. */
const MOST_CHIPS = 2

export interface StickyStripProps {
  sticky: StickyTag
  kept: KeptValues
  codebook: Codebook
  canCode: boolean
  /** Whether a passage waits for Enter. */
  hasSelection: boolean
  /** Null while there is neither a selection nor a selected annotation. */
  onQuick: (() => void) | null
  /** Gives the focus back to the text after something here was pressed. */
  onDone: () => void
}

export function StickyStrip({ sticky, kept, codebook, canCode, hasSelection, onQuick, onDone }: StickyStripProps) {
  const say = useSay()
  const keyOf = useKeyOf()
  const { tag } = sticky
  const shortcut = (key: string | null): { shortcut?: string } => (key === null ? {} : { shortcut: key })
  const done = (work: () => void) => () => {
    work()
    onDone()
  }
  return (
    <div className={styles.holder}>
      <div className={styles.strip} data-hue={tag?.hue} data-on={tag ? true : undefined} role="group" aria-label={say('sticky.strip')}>
        <p className={styles.mode} role="status">
          {tag && (
            <>
              <Highlighter className={styles.icon} aria-hidden="true" />
              <span>{say(hasSelection ? 'sticky.enter' : 'sticky.on')}</span> <TagMark tag={tag} />
              {!hasSelection && <span className={styles.how}>{say('sticky.how')}</span>}
            </>
          )}
        </p>
        {tag ? (
          <Button label={say('sticky.end')} icon={<X />} kind="quiet" size="small" shortcut="Esc" onPress={done(sticky.end)} />
        ) : (
          <ToggleButton
            label={say('sticky.start')}
            icon={<Highlighter />}
            value={false}
            size="small"
            isDisabled={!canCode}
            onChange={done(sticky.toggle)}
            {...shortcut(keyOf('sticky'))}
          />
        )}
        <IconButton
          label={say('quick.open')}
          icon={<Zap />}
          size="small"
          isDisabled={!canCode || onQuick === null}
          onPress={() => onQuick?.()}
          {...shortcut(keyOf('quick'))}
        />
        <KeptChips kept={kept} codebook={codebook} />
      </div>
    </div>
  )
}

/** "Kept for this article: Speaker Pakistan ×". */
function KeptChips({ kept: { kept, keep }, codebook }: { kept: KeptValues; codebook: Codebook }) {
  const say = useSay()
  const party = (id: number): string => codebook.partyById.get(id)?.name ?? ''
  const issue = (id: number): string => {
    const found = codebook.issueById.get(id)
    return found ? issueText(found) : ''
  }
  const chips = [
    ...(kept.speaker === null
      ? []
      : [{ key: 'speaker', label: say('sticky.speaker', { name: party(kept.speaker) }), off: () => keep({ speaker: null }) }]),
    ...kept.targets.map((id) => ({
      key: `target-${id}`,
      label: say('sticky.target', { name: party(id) }),
      off: () => keep({ targets: kept.targets.filter((one) => one !== id) }),
    })),
    ...kept.issues.map((id) => ({
      key: `issue-${id}`,
      label: say('sticky.issue', { name: issue(id) }),
      off: () => keep({ issues: kept.issues.filter((one) => one !== id) }),
    })),
  ]
  // One place more is as wide as the button for one.
  const shown = chips.length > MOST_CHIPS + 1 ? MOST_CHIPS : chips.length
  return (
    <div className={styles.kept} role="status">
      {chips.length > 0 && (
        <>
          <Pin className={styles.icon} aria-hidden="true" />
          <span className={styles.quiet}>{say('sticky.kept')}</span>
          {chips.slice(0, shown).map(({ key, label, off }) => (
            <Chip key={key} label={label} onRemove={off} className={styles.chip ?? ''} />
          ))}
          {chips.length > shown && (
            <Menu
              label={say('sticky.more')}
              placement="top end"
              trigger={
                <Button
                  label={say('sticky.moreCount', { count: chips.length - shown })}
                  kind="quiet"
                  size="small"
                  className={styles.more ?? ''}
                />
              }
            >
              {chips.slice(shown).map(({ key, label, off }) => (
                <MenuItem key={key} id={key} label={say('sticky.letGoOf', { name: label })} onAction={off} />
              ))}
            </Menu>
          )}
        </>
      )}
    </div>
  )
}
