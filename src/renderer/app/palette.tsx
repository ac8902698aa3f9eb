/** The command palette: type to find a command or an article, Enter does it. */
import { useState } from 'react'
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, SearchField, useFilter } from 'react-aria-components'
import { readPassageLink } from '../../shared/domain/passage-link.ts'
import { useData } from '../lib/data.ts'
import { usePlaces } from '../lib/places.ts'
import { useSay } from '../lib/say.ts'
import { useCoding } from '../stores/coding.ts'
import { Kbd } from '../ui/kbd.tsx'
import { useCommands } from './commands.ts'
import styles from './palette.module.css'

/** Articles that are offered: the search goes over all of them. */
const ARTICLES = 40

/** Before the name of what was found already. It is not seen, and says nothing. */
const FOUND = '\u2060'

export function Palette({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const places = usePlaces()
  const { contains } = useFilter({ sensitivity: 'base' })
  const [text, setText] = useState('')
  const { data: status } = useData('library.status', {})
  const link = readPassageLink(text) === null ? null : text.trim()
  const { data: linked, isPlaceholderData } = useData(
    'links.find',
    { link: link ?? '' },
    { enabled: link !== null && (status?.open ?? false) },
  )
  const { data: articles = [] } = useData('search.quick', { text, limit: ARTICLES }, { enabled: status?.open ?? false })
  const commands = useCommands().filter((command) => command.isEnabled && command.id !== 'view.palette')
  const choose = (run: () => void): void => {
    onClose()
    run()
  }
  const goToLink = (): void => {
    if (linked) choose(() => places.read(linked.articleId, linked.annotationId ?? undefined))
  }
  const isElsewhere = link !== null && linked === null && !isPlaceholderData
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      className={styles.overlay ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={say('palette.title')} className={styles.dialog ?? ''}>
          <Autocomplete
            inputValue={text}
            onInputChange={setText}
            filter={(label, typed) => label.startsWith(FOUND) || contains(label, typed)}
          >
            <SearchField aria-label={say('palette.search')} autoFocus className={styles.search ?? ''}>
              <Input
                placeholder={say('palette.search')}
                className={styles.input ?? ''}
                // A pasted link marks no row by itself: Enter goes there all the same.
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || link === null || !linked) return
                  event.preventDefault()
                  goToLink()
                }}
              />
            </SearchField>
            <Menu
              aria-label={say('palette.title')}
              className={styles.list ?? ''}
              renderEmptyState={() => <p className={styles.none}>{say(isElsewhere ? 'link.notHere' : 'palette.none')}</p>}
            >
              {commands.map((command) => (
                <MenuItem
                  key={command.id}
                  id={command.id}
                  textValue={command.label}
                  className={styles.item ?? ''}
                  onAction={() => choose(command.run)}
                >
                  <span>{command.label}</span>
                  {command.shortcut && <Kbd shortcut={command.shortcut} />}
                </MenuItem>
              ))}
              {link !== null && linked && (
                <MenuItem id="link" textValue={`${FOUND}${linked.title}`} className={styles.item ?? ''} onAction={goToLink}>
                  <span>{say('palette.link')}</span>
                  <bdi className={styles.detail}>{linked.title}</bdi>
                </MenuItem>
              )}
              {(status?.open ? articles : []).map((article) => (
                <MenuItem
                  key={`article-${article.id}`}
                  id={`article-${article.id}`}
                  // The core has found it by any of its words, in any spelling: it is not asked once more.
                  textValue={`${FOUND}${article.title} ${article.outlet ?? ''}`}
                  className={styles.item ?? ''}
                  onAction={() =>
                    choose(() => {
                      places.read(article.id)
                      // Whoever types the name of an article wants to go on in its text with the keys.
                      useCoding.getState().askFocus('text')
                    })
                  }
                >
                  <bdi className={styles.title}>{article.title}</bdi>
                  <bdi className={styles.detail}>{article.outlet}</bdi>
                </MenuItem>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
