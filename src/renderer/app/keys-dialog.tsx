/** The map of keys: the commands of the window, the keys of the reader as they are set now, the letters of tags, and those of the views. */
import { Keyboard } from 'lucide-react'
import { useCodebook } from '../lib/codebook.ts'
import { READER_ACTIONS, READER_KEYS } from '../lib/reader-keys.ts'
import { useSay } from '../lib/say.ts'
import { useKeyOf } from '../lib/use-key-of.ts'
import { useWorkbench } from '../stores/workbench.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { useCommands } from './commands.ts'
import styles from './keys-dialog.module.css'
import { VIEW_KEYS } from './view-keys.ts'

interface Row {
  keys: readonly string[]
  label: string
}

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const keyOf = useKeyOf()
  const commands = useCommands().filter((command) => command.shortcut)
  const { tags } = useCodebook()
  const changeKeys = (): void => {
    onClose()
    useWorkbench.getState().open({ kind: 'settings', tab: 'keys' })
  }
  return (
    <Dialog
      title={say('keys.title')}
      isOpen
      onClose={onClose}
      size="large"
      isDismissable
      aside={<Button label={say('keys.change')} icon={<Keyboard />} kind="quiet" onPress={changeKeys} />}
    >
      <div className={styles.columns}>
        <Section
          title={say('keys.window')}
          rows={commands.map(({ id, shortcut, label }) => ({ keys: [shortcut ?? '', ...(id === 'view.search' ? ['/'] : [])], label }))}
        />
        <Section
          title={say('keys.tags')}
          rows={tags.filter((tag) => tag.letter && !tag.retired).map((tag) => ({ keys: [tag.letter ?? ''], label: tag.name }))}
        />
        <Section
          title={say('keys.reader')}
          rows={READER_ACTIONS.map(({ id }) => ({ keys: [keyOf(id) ?? ''].filter(Boolean), label: say(`keys.reader.${id}`) }))}
        />
        <Section title={say('keys.moving')} rows={READER_KEYS.map(({ id, keys }) => ({ keys, label: say(`keys.reader.${id}`) }))} />
        {VIEW_KEYS.map(({ title, rows }) => (
          <Section key={title} title={say(title)} rows={rows.map(({ keys, label }) => ({ keys, label: say(label) }))} />
        ))}
      </div>
    </Dialog>
  )
}

function Section({ title, rows }: { title: string; rows: readonly Row[] }) {
  const say = useSay()
  if (rows.length === 0) return null
  return (
    <section className={styles.section}>
      <h3>{title}</h3>
      <dl>
        {rows.map((row) => (
          <div key={row.label} className={styles.row}>
            <dt>{row.label}</dt>
            <dd>
              {row.keys.map((key) => (
                <Kbd key={key} shortcut={key} />
              ))}
              {row.keys.length === 0 && <span className={styles.none}>{say('settings.keys.none')}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
