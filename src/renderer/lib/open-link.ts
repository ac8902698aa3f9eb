/** Opens a source's address outside Parley. The desktop host asks first, showing the whole address; a browser opens a tab that knows nothing of this one. */
import { hostCall } from './transport/host.ts'

/** Resolves to `refused` where the host does not open such an address at all. */
export async function openLink(url: string): Promise<'done' | 'refused'> {
  const { opened } = await hostCall('links.open', { url })
  const { kind } = await hostCall('host.info', {})
  if (opened) return 'done'
  if (kind === 'browser') {
    window.open(url, '_blank', 'noopener,noreferrer')
    return 'done'
  }
  return /^https:/i.test(url) ? 'done' : 'refused' // https: the person was asked, and the answer was no
}
