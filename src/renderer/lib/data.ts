/**
 * Data of the core in components: `useData` reads a procedure and reloads when what it reads was touched, `useAction`
 * runs one and shows a failure. TanStack Query holds the answers; nothing is copied into stores.
 */
import { QueryClient, useMutation, useQuery, useQueryClient, keepPreviousData, type UseQueryResult } from '@tanstack/react-query'
import { useCallback } from 'react'
import { contract, type Input, type Output, type Procedure, type ProcedureOfKind } from '../../shared/rpc/contract.ts'
import type { Touch } from '../../shared/rpc/define.ts'
import { toasts } from '../stores/toasts.ts'
import { errorText, useSay } from './say.ts'
import { sharedClient } from './transport/client.ts'

type Query = ProcedureOfKind<'query'>
type Change = ProcedureOfKind<'mutation' | 'command'>

/** Queries never go out of date by themselves: the core says when something changed. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Infinity,
        gcTime: 300_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/** Reads a procedure. The last answer stays on screen while a new one is under way. */
export function useData<P extends Query>(name: P, input: Input<P>, options: { enabled?: boolean } = {}): UseQueryResult<Output<P>> {
  return useQuery({
    queryKey: [name, input],
    queryFn: () => sharedClient().call(name, input),
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
  })
}

/** Runs a mutation or command. `run` resolves to the output, or to undefined where it failed and the failure was shown. */
export function useAction<P extends Change>(name: P): { run: (input: Input<P>) => Promise<Output<P> | undefined>; pending: boolean } {
  const show = useShowError()
  const { mutateAsync, isPending } = useMutation({ mutationFn: (input: Input<P>) => sharedClient().call(name, input) })
  const run = useCallback((input: Input<P>) => mutateAsync(input).catch(show), [mutateAsync, show])
  return { run, pending: isPending }
}

/** Whether the open library can be written to; false as long as that is not known. */
export function useCanWrite(): boolean {
  const { data: status } = useData('library.status', {})
  return status?.open === true && status.readOnly === null
}

/** Shows any failure as a message that stays until it is closed. */
export function useShowError(): (error: unknown) => undefined {
  const say = useSay()
  return useCallback(
    (error: unknown) => {
      const text = errorText(say, error)
      toasts.add({ kind: 'error', text, key: text })
      return undefined
    },
    [say],
  )
}

/** Marks what was touched as out of date, so that views on screen reload. */
export function useInvalidate(): (touches: readonly Touch[]) => void {
  const client = useQueryClient()
  return useCallback(
    (touches) => {
      void client.invalidateQueries({ predicate: ({ queryKey: [name] }) => typeof name === 'string' && readsAny(name, touches) })
    },
    [client],
  )
}

function readsAny(name: string, touches: readonly Touch[]): boolean {
  const definition = Object.hasOwn(contract, name) ? contract[name as Procedure] : undefined
  return definition?.kind === 'query' && definition.reads.some((touch) => touches.includes(touch))
}
