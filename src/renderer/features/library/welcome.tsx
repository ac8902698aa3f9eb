/** The first page: what Parley is in a sentence, three ways to begin, and the libraries opened before. */
import { useQuery } from '@tanstack/react-query'
import { BookMarked, FilePlus2, FolderOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { useShowError } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { hostCall } from '../../lib/transport/host.ts'
import styles from './welcome.module.css'

export interface WelcomeProps {
  onSample: () => void
  onNew: () => void
  onOpen: () => void
}

export function Welcome({ onSample, onNew, onOpen }: WelcomeProps) {
  const say = useSay()
  const showError = useShowError()
  const { data: recent = [] } = useQuery({ queryKey: ['libraries.recent'], queryFn: () => hostCall('libraries.recent', {}), gcTime: 0 })
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <h1 className={styles.title}>{say('welcome.title')}</h1>
        <p className={styles.lead}>{say('welcome.lead')}</p>
        <ul className={styles.ways}>
          <Way icon={<BookMarked />} label={say('welcome.sample')} text={say('welcome.sampleText')} onPress={onSample} isFirst />
          <Way icon={<FilePlus2 />} label={say('welcome.new')} text={say('welcome.newText')} onPress={onNew} />
          <Way icon={<FolderOpen />} label={say('welcome.open')} text={say('welcome.openText')} onPress={onOpen} />
        </ul>
        {recent.length > 0 && (
          <section>
            <h2 className={styles.heading}>{say('welcome.recent')}</h2>
            <ul className={styles.recent}>
              {recent.map((library) => (
                <li key={library.recentId}>
                  <button
                    type="button"
                    className={styles.library}
                    onClick={() => void hostCall('libraries.open', { recentId: library.recentId }).catch(showError)}
                  >
                    <bdi className={styles.name}>{library.name}</bdi>
                    <bdi className={styles.folder}>{library.folder}</bdi>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className={styles.foot}>{say('welcome.offline')}</p>
      </div>
    </div>
  )
}

function Way({
  icon,
  label,
  text,
  onPress,
  isFirst = false,
}: {
  icon: ReactNode
  label: string
  text: string
  onPress: () => void
  isFirst?: boolean
}) {
  return (
    <li>
      <button type="button" className={styles.way} data-first={isFirst || undefined} onClick={onPress}>
        {icon}
        <span className={styles.wayLabel}>{label}</span>
        <span className={styles.wayText}>{text}</span>
      </button>
    </li>
  )
}
