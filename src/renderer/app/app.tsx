/** Everything around the places: words, components' language, data, and the events of the core and the host. */
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { createQueryClient } from '../lib/data.ts'
import { LocaleProvider } from '../lib/locale.tsx'
import { UiProvider } from '../ui/ui-provider.tsx'
import { CoreEvents } from './core-events.tsx'
import { router } from './router.tsx'

export function App() {
  const [queryClient] = useState(createQueryClient)
  return (
    <LocaleProvider>
      <UiProvider>
        <QueryClientProvider client={queryClient}>
          <CoreEvents />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </UiProvider>
    </LocaleProvider>
  )
}
