/** Which host this window has: it does not change while the window lives. */
import { useQuery } from '@tanstack/react-query'
import type { HostOutput } from '../../shared/rpc/host-port.ts'
import { hostCall } from '../lib/transport/host.ts'

export function useHostInfo(): HostOutput<'host.info'> | undefined {
  return useQuery({ queryKey: ['host.info'], queryFn: () => hostCall('host.info', {}) }).data
}
