/** Changes of one kind, of one party or on one issue: the first of them, and the others on request, so that a long span stays quick. */
import { useEffect, useId, useRef, useState } from 'react'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { lineKey, type ChangeLine } from './changes-groups.ts'
import { ChangesLine, type ChangesLineProps } from './changes-line.tsx'
import styles from './changes-view.module.css'

/** Lines of a group that are drawn before one asks for all of them. */
export const FIRST_LINES = 20

export interface ChangesGroupProps extends Omit<ChangesLineProps, 'line'> {
  name: string
  /** How many there are, those beyond the answer among them. */
  count: number
  lines: readonly ChangeLine[]
}

export function ChangesGroup({ name, count, lines, ...line }: ChangesGroupProps) {
  const say = useSay()
  const headId = useId()
  const list = useRef<HTMLOListElement>(null)
  const [isWhole, setWhole] = useState(false)
  // The button is gone by then: who pressed it goes on at the first line that came.
  useEffect(() => {
    if (isWhole) list.current?.querySelectorAll<HTMLElement>('[data-line]')[FIRST_LINES]?.focus()
  }, [isWhole])
  return (
    <section aria-labelledby={headId}>
      <h2 className={styles.head}>
        <bdi id={headId}>{name}</bdi> <span className={styles.count}>{count}</span>
      </h2>
      <ol ref={list} className={styles.lines}>
        {(isWhole ? lines : lines.slice(0, FIRST_LINES)).map((one) => (
          <ChangesLine key={lineKey(one)} line={one} {...line} />
        ))}
      </ol>
      {!isWhole && lines.length > FIRST_LINES && (
        <Button label={say('changes.showAll', { count: lines.length })} kind="quiet" onPress={() => setWhole(true)} />
      )}
    </section>
  )
}
