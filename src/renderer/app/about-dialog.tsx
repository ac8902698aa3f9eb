/** What this is, which version, and where data lives. */
import { useSay } from '../lib/say.ts'
import { Dialog } from '../ui/dialog.tsx'
import { useHostInfo } from './use-host-info.ts'

export function AboutDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const host = useHostInfo()
  return (
    <Dialog title={say('about.title')} isOpen onClose={onClose} size="small" isDismissable>
      <p>{say('about.what')}</p>
      <p>{say('about.data')}</p>
      <p>{say('about.version', { version: host?.version ?? '', host: host?.kind ?? '' })}</p>
    </Dialog>
  )
}
