/** Opens a source's address outside Parley. The desktop host asks first, showing the whole address; a browser opens a tab that knows nothing of this one. */
import { hostCall } from './transport/host.ts'

export async function openLink(url: string): Promise<void> {
  const { opened } = await hostCall('links.open', { url })
  const { kind } = await hostCall('host.info', {})
  if (!opened && kind === 'browser' && /^https?:\/\//i.test(url)) window.open(url, '_blank', 'noopener,noreferrer')
}
