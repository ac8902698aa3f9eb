/** The map of keys: the commands of the window, and the keys of the reader, the matrix and the lists. */
import { useSay } from '../lib/say.ts'
import { useCodebook } from '../lib/codebook.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { useCommands } from './commands.ts'
import styles from './keys-dialog.module.css'
import { READER_ACTIONS, READER_KEYS } from '../lib/reader-keys.ts'

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const commands = useCommands().filter((command) => command.shortcut)
  const { tags } = useCodebook()
  return (
    <Dialog title={say('keys.title')} isOpen onClose={onClose} size="large" isDismissable>
      <div className={styles.columns}>
        <Section title={say('keys.window')} rows={commands.map((command) => ({ keys: [command.shortcut ?? ''], label: command.label }))} />
        <Section
          title={say('keys.reader')}
          rows={[
            ...READER_KEYS.map((entry) => ({ keys: entry.keys, label: say(`keys.reader.${entry.id}`) })),
            ...READER_ACTIONS.map(({ id, key }) => ({ keys: [key], label: say(`keys.reader.${id}`) })),
          ]}
        />
        <Section
          title={say('keys.tags')}
          rows={tags.filter((tag) => tag.letter && !tag.retired).map((tag) => ({ keys: [tag.letter ?? ''], label: tag.name }))}
        />
      </div>
    </Dialog>
  )
}

function Section({ title, rows }: { title: string; rows: { keys: readonly string[]; label: string }[] }) {
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
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
