/** `npm run sample`: starts Parley on the sample library. */
import { start } from './start.ts'

export const run = (args: string[]): Promise<number> => start(args, true)
