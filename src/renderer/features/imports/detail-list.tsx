/** Further metadata by name: words of the window for names that readers give, the file's own for the others. */
import { messages } from '../../lib/locale.tsx'
import { useSay } from '../../lib/say.ts'
import styles from './panes.module.css'

export function DetailList({ details }: { details: Readonly<Record<string, string>> }) {
  const say = useSay()
  return (
    <dl className={styles.details}>
      {Object.entries(details).map(([name, value]) => (
        <div key={name}>
          <dt>
            <bdi>{`import.detail.${name}` in messages ? say(`import.detail.${name}`) : name}</bdi>
          </dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
