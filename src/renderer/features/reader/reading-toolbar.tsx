/**
 * The bar above the text, which stays while the text scrolls: the way from annotation to annotation, the headline once it has gone from
 * the screen, finding, how the text is set, focus mode, and a menu for the article. In focus mode only how the text is set and the way out.
 */
import { ALargeSmall, ArrowDown, ArrowUp, Maximize2, Minimize2, Pilcrow, Search } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { ReadingSettings } from '../../lib/parts/reading-settings.tsx'
import { useShowError } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { useKeyOf } from '../../lib/use-key-of.ts'
import { useFocusMode } from '../../stores/focus-mode.ts'
import { useSettings } from '../../stores/settings.ts'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { ToggleButton } from '../../ui/toggle-button.tsx'
import { Toolbar, ToolbarSeparator } from '../../ui/toolbar.tsx'
import { GoToMenu } from './reading-go-to.tsx'
import type { ReaderPage } from './page.ts'
import styles from './reading-toolbar.module.css'
import type { Find } from './use-find.ts'
import type { Going } from './use-next.ts'

export interface ReadingToolbarProps {
  page: ReaderPage
  find: Find
  going: Going
  /** What else belongs to the article: its menu. */
  children: ReactNode
}

export function ReadingToolbar({ page, find, going, children }: ReadingToolbarProps) {
  const say = useSay()
  const keyOf = useKeyOf()
  const showError = useShowError()
  const { reading } = useSettings((state) => state.settings)
  const change = useSettings((state) => state.change)
  const { isOn, set } = useFocusMode()
  const headlineGone = useHeadlineGone(page)
  const hasAnnotations = page.annotations.length > 0
  const withKey = (key: string | null): { shortcut?: string } => (key === null ? {} : { shortcut: key })
  const settings = (
    <Popover
      label={say('reading.title')}
      placement="bottom end"
      trigger={<IconButton label={say('reading.title')} icon={<ALargeSmall />} />}
    >
      <ReadingSettings />
    </Popover>
  )
  const leaveOrEnter = (
    <IconButton
      label={say(isOn ? 'focusMode.leave' : 'focusMode.enter')}
      icon={isOn ? <Minimize2 /> : <Maximize2 />}
      onPress={() => set(!isOn)}
      {...withKey(keyOf('focusMode'))}
    />
  )
  if (isOn)
    return (
      <Toolbar label={say('toolbar.label')} className={styles.quiet}>
        {settings}
        {leaveOrEnter}
      </Toolbar>
    )
  return (
    <Toolbar label={say('toolbar.label')} className={styles.bar}>
      <IconButton
        label={say('going.previousOne')}
        icon={<ArrowUp />}
        isDisabled={!hasAnnotations}
        onPress={() => going.any(-1)}
        {...withKey(keyOf('previous'))}
      />
      <IconButton
        label={say('going.nextOne')}
        icon={<ArrowDown />}
        isDisabled={!hasAnnotations}
        onPress={() => going.any(1)}
        {...withKey(keyOf('next'))}
      />
      <GoToMenu page={page} going={going} />
      <span className={styles.title} dir={page.article.direction} lang={page.article.language ?? undefined} aria-hidden="true">
        {headlineGone && page.article.title}
      </span>
      <ToggleButton
        label={say('find.title')}
        isIconOnly
        icon={<Search />}
        value={find.isOpen}
        onChange={(wanted) => (wanted ? find.open() : find.close())}
        shortcut="Mod+F"
      />
      {settings}
      <IconButton
        label={say(reading.numbers ? 'reading.hideNumbers' : 'reading.showNumbers')}
        className={cx(reading.numbers && styles.on)}
        icon={<Pilcrow />}
        onPress={() => void change({ reading: { ...reading, numbers: !reading.numbers } }).catch(showError)}
      />
      {leaveOrEnter}
      <ToolbarSeparator />
      {children}
    </Toolbar>
  )
}

/** Whether the headline has been scrolled off the screen. */
function useHeadlineGone({ surface }: ReaderPage): boolean {
  const [gone, setGone] = useState(false)
  useEffect(() => {
    if (!surface) return
    const observer = new IntersectionObserver(([entry]) => setGone(entry?.isIntersecting === false))
    observer.observe(surface.header)
    return () => observer.disconnect()
  }, [surface])
  return gone
}
