/** The libraries in this host's folder, where the host has no dialog of its own. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { errorText, useSay } from '../../lib/say.ts'
import { hostCall } from '../../lib/transport/host.ts'
import { Banner } from '../../ui/banner.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import styles from './welcome.module.css'

export function OpenLibraryDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const [error, setError] = useState<string | null>(null)
  const { data: libraries } = useQuery({ queryKey: ['libraries.recent'], queryFn: () => hostCall('libraries.recent', {}), gcTime: 0 })
  const open = (recentId: string): void =>
    void hostCall('libraries.open', { recentId }).then(onClose, (failure: unknown) => setError(errorText(say, failure)))
  return (
    <Dialog title={say('library.openTitle')} isOpen onClose={onClose} size="small">
      {error !== null && <Banner kind="error" title={error} />}
      {libraries?.length === 0 && (
        <EmptyState size="inline" title={say('library.noneTitle')}>
          {say('library.noneText')}
        </EmptyState>
      )}
      <ul className={styles.recent}>
        {libraries?.map((library) => (
          <li key={library.recentId}>
            <button type="button" className={styles.library} onClick={() => open(library.recentId)}>
              <bdi className={styles.name}>{library.name}</bdi>
              <bdi className={styles.folder}>{library.folder}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
