/** The bar at the top: the views of the open library, undo and redo, the palette. Only views that exist are there. */
import { useLocation } from '@tanstack/react-router'
import {
  BookOpenText,
  ChartGantt,
  Command,
  Columns3,
  FileOutput,
  LibraryBig,
  ListChecks,
  Menu as MenuIcon,
  Redo2,
  Tags,
  Undo2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { LONGEST_QUERY } from '../../shared/search/parse.ts'
import { SearchBox } from '../features/search/search-box.tsx'
import { useData } from '../lib/data.ts'
import { usePlaces } from '../lib/places.ts'
import { useSay } from '../lib/say.ts'
import { useSearch } from '../stores/search.ts'
import { useWorkbench } from '../stores/workbench.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { cx } from '../ui/cx.ts'
import { Tooltip } from '../ui/tooltip.tsx'
import { MainMenu } from './main-menu.tsx'
import styles from './top-bar.module.css'
import { stepText } from '../lib/step-text.ts'
import { useHistory } from './use-history.ts'

export function TopBar() {
  const say = useSay()
  const places = usePlaces()
  const at = useLocation({ select: (location) => location.pathname })
  const { data: status } = useData('library.status', {})
  const history = useHistory()
  const open = useWorkbench((state) => state.open)
  const isOpen = status?.open ?? false
  return (
    <header className={styles.bar}>
      <div className={styles.start}>
        <MainMenu icon={<MenuIcon />} />
        <span className={styles.name}>
          <bdi>{status?.name ?? say('app.name')}</bdi>
          {status?.readOnly && <span className={styles.readOnly}>{say('status.readOnly')}</span>}
        </span>
      </div>
      {isOpen ? (
        <nav className={styles.views} aria-label={say('nav.label')}>
          <ViewButton
            label={say('nav.library')}
            icon={<LibraryBig />}
            shortcut="Mod+Shift+L"
            isCurrent={at.startsWith('/library') || at.startsWith('/articles')}
            onPress={() => places.library()}
          />
          <ViewButton
            label={say('nav.read')}
            icon={<BookOpenText />}
            shortcut="Mod+1"
            isCurrent={at.startsWith('/read')}
            onPress={() => places.resume('/read')}
          />
          <ViewButton
            label={say('nav.compare')}
            icon={<Columns3 />}
            shortcut="Mod+2"
            isCurrent={at.startsWith('/compare')}
            onPress={() => places.resume('/compare')}
          />
          <ViewButton
            label={say('nav.timeline')}
            icon={<ChartGantt />}
            shortcut="Mod+3"
            isCurrent={at.startsWith('/timeline')}
            onPress={() => places.resume('/timeline')}
          />
          <ViewButton
            label={say('nav.ledger')}
            icon={<ListChecks />}
            shortcut="Mod+4"
            isCurrent={at.startsWith('/ledger')}
            onPress={() => places.resume('/ledger')}
          />
          <ViewButton
            label={say('nav.codebook')}
            icon={<Tags />}
            shortcut="Mod+5"
            isCurrent={at.startsWith('/codebook')}
            onPress={() => places.resume('/codebook')}
          />
          <ViewButton
            label={say('nav.reports')}
            icon={<FileOutput />}
            shortcut="Mod+6"
            isCurrent={at.startsWith('/reports')}
            onPress={() => places.resume('/reports')}
          />
        </nav>
      ) : (
        <span />
      )}
      <div className={styles.end}>
        {isOpen && (
          <>
            <SearchBox
              shortcut="Mod+Shift+F"
              isLive={at === '/search'}
              onSearch={(query, { isTyped }) => {
                if (!isTyped && query.trim() !== '') useSearch.getState().remember(query)
                places.search(query.slice(0, LONGEST_QUERY + 1), useSearch.getState().results.order, {
                  replace: at === '/search' && isTyped,
                })
              }}
            />
            <IconButton
              label={history.next.undo ? say('history.undoStep', { step: stepText(say, history.next.undo) }) : say('history.undo')}
              shortcut="Mod+Z"
              icon={<Undo2 />}
              isDisabled={!history.next.undo}
              onPress={() => void history.undo()}
            />
            <IconButton
              label={history.next.redo ? say('history.redoStep', { step: stepText(say, history.next.redo) }) : say('history.redo')}
              shortcut="Mod+Shift+Z"
              icon={<Redo2 />}
              isDisabled={!history.next.redo}
              onPress={() => void history.redo()}
            />
          </>
        )}
        <IconButton label={say('palette.open')} shortcut="Mod+K" icon={<Command />} onPress={() => open({ kind: 'palette' })} />
      </div>
    </header>
  )
}

function ViewButton({
  label,
  icon,
  shortcut,
  isCurrent,
  onPress,
}: {
  label: string
  icon: ReactNode
  shortcut: string
  isCurrent: boolean
  onPress: () => void
}) {
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <button
        type="button"
        // In a narrow window only the icon is shown.
        aria-label={label}
        className={cx(styles.view, isCurrent && styles.current)}
        aria-current={isCurrent ? 'page' : undefined}
        onClick={onPress}
      >
        {icon}
        <span>{label}</span>
      </button>
    </Tooltip>
  )
}
