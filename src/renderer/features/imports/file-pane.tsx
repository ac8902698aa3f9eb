/**
 * A file with many articles: how many of them come in, and what was lost. What they share is corrected in the form beneath. Also a table
 * of which it is not known yet what its columns are, so that the choice of the columns stays where it is when the articles are there.
 */
import type { ReactNode } from 'react'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { FileFacts } from './file-facts.tsx'
import { Losses } from './losses.tsx'
import type { FileReading } from './preview-reader.ts'
import styles from './panes.module.css'

export interface FilePaneProps {
  file: FileReading
  ticked: number
  duplicates: number
  twins: number
  onTickAll: (value: boolean) => void
  /** Above: what the file as a whole asks. */
  children?: ReactNode
  /** Beneath: the form for all of its articles; nothing while there are none. */
  form: ReactNode
}

export function FilePane({ file, ticked, duplicates, twins, onTickAll, children, form }: FilePaneProps) {
  const say = useSay()
  const total = file.preview?.total ?? 0
  return (
    <div className={styles.pane}>
      <FileFacts file={file} />
      {children}
      {total > 0 && (
        <section className={styles.split} aria-label={say('import.splitTitle')}>
          <div>
            <strong>{say('import.split', { ticked, total })}</strong>
            {duplicates > 0 && <span>{say('import.splitDuplicates', { count: duplicates })}</span>}
            {twins > 0 && <span>{say('import.splitTwins', { count: twins })}</span>}
          </div>
          <div className={styles.buttons}>
            <Button label={say('import.all')} size="small" isDisabled={ticked === total} onPress={() => onTickAll(true)} />
            <Button label={say('import.none')} size="small" isDisabled={ticked === 0} onPress={() => onTickAll(false)} />
          </div>
        </section>
      )}
      <Losses lost={file.preview?.lost ?? []} />
      {form}
    </div>
  )
}
