/** `npm run pictures`: takes the screenshots of test/e2e/pictures.ts, which the normal run leaves out. */
import { playwright } from './e2e.ts'

export const run = (args: string[]): Promise<number> => playwright('pictures', args)
