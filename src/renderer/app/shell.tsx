/**
 * The workbench around every place: top bar, the place itself, status bar, dialogs, messages; files can be dropped anywhere.
 * Shortcuts are bound here once, from the table of commands.
 */
import { useLocation } from '@tanstack/react-router'
import { FileDown } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { watchCopying } from '../lib/copied-quote.ts'
import { useCanWrite, useData, useShowError } from '../lib/data.ts'
import { isTyping, useShortcuts } from '../lib/keys.ts'
import { usePlaces } from '../lib/places.ts'
import { useSay } from '../lib/say.ts'
import { stageFiles } from '../lib/stage-files.ts'
import { isCodebookFile, useCodebookFile } from '../stores/codebook-file.ts'
import { useFocusMode } from '../stores/focus-mode.ts'
import { leavePlace } from '../stores/last-places.ts'
import { hasUnsentText, watchTyping } from '../lib/unsent-text.ts'
import { toasts } from '../stores/toasts.ts'
import { useWorkbench } from '../stores/workbench.ts'
import { DropOverlay } from '../ui/drop-overlay.tsx'
import { ToastRegion } from '../ui/toast-region.tsx'
import { isReachable, useCommands } from './commands.ts'
import { Dialogs } from './dialogs.tsx'
import { HostEvents } from './host-events.tsx'
import styles from './shell.module.css'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { useAppearance } from './use-appearance.ts'
import { useBringIn, usePaste } from './use-bring-in.ts'
import { usePastOffers } from './use-history.ts'

export function Shell({ children }: { children: ReactNode }) {
  const say = useSay()
  const places = usePlaces()
  const showError = useShowError()
  const commands = useCommands()
  const { data: status } = useData('library.status', {})
  const at = useLocation({ select: (location) => location.pathname })
  const address = useLocation({ select: (location) => location.href })
  const canWrite = useCanWrite()
  const isFocused = useFocusMode((state) => state.isOn)
  const { allowImport } = useWorkbench.getState()
  const bringIn = useBringIn()
  usePaste(canWrite)
  useAppearance()
  usePastOffers()
  useEffect(watchTyping, [])
  useEffect(watchCopying, [])
  useEffect(() => leavePlace(address), [address])
  // What had the focus may be gone with the view it was in: keys and screen readers go on in the new one, not nowhere.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.getElementById('place')?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [at])
  useEffect(() => allowImport(canWrite), [allowImport, canWrite])

  // Without a library there is only the first page.
  useEffect(() => {
    if (status && !status.open && at !== '/') places.welcome()
    if (status?.open && at === '/') places.start()
  }, [status, at, places])

  const byShortcut = Object.fromEntries(
    commands
      .filter((command) => command.shortcut)
      .map((command) => [
        chordOfShortcut(command.shortcut ?? ''),
        (event: KeyboardEvent) => {
          // Undo and redo of typing that was not sent yet belong to the field; in a dialog all keys do while someone types there.
          const isOurs = isReachable(command.id)
          const isHistory = command.id.startsWith('edit.')
          // Whether there is a step may not be known yet right after another one: the core knows, and does nothing where there is none.
          const isOn = command.isEnabled || (isHistory && canWrite)
          if (isTyping(event.target) && (!isOurs || !isOn)) return false
          if (isHistory && hasUnsentText(event.target)) return false
          if (isOn && isOurs) command.run()
          return true
        },
      ]),
  )
  useShortcuts(byShortcut)

  return (
    <div className={styles.shell}>
      {!isFocused && <TopBar />}
      <main className={styles.place} id="place" tabIndex={-1}>
        {children}
      </main>
      {!isFocused && <StatusBar />}
      <Dialogs />
      <HostEvents commands={commands} />
      <DropOverlay
        label={(kind) => say(kind === 'files' ? 'drop.label' : 'drop.text')}
        detail={(kind) => say(kind === 'text' ? 'drop.textDetail' : at === '/codebook' ? 'drop.codebook' : 'drop.detail')}
        icon={<FileDown />}
        isDisabled={!canWrite}
        onDrop={(dropped) => {
          // On its own screen a codebook file is a codebook; everywhere else what is dropped becomes an article.
          const [codebook] = at === '/codebook' ? dropped.files.filter((file) => isCodebookFile(file.name)) : []
          if (!codebook) return void bringIn(dropped)
          void stageFiles([codebook], { onFailure: showError }).then(([staged]) => staged && useCodebookFile.getState().offer(staged))
        }}
      />
      <ToastRegion label={say('toasts.label')} queue={toasts} />
    </div>
  )
}

/** "Mod+Shift+Z" as useShortcuts names it: modifiers in its order, in lower case. */
function chordOfShortcut(shortcut: string): string {
  const keys = shortcut.toLowerCase().split('+')
  const order = ['mod', 'alt', 'shift']
  return [...order.filter((key) => keys.includes(key)), ...keys.filter((key) => !order.includes(key))].join('+')
}
