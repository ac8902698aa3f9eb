/** `npm run build`: bundles main, core process, preload and renderer into out/, and stamps it with what it was built from. */
import { build } from './lib/stale.ts'

export const run = (): Promise<number> => build()
