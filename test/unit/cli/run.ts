/** The command line as a process of its own, for tests of signals and of what a process leaves behind. */
import { main } from '../../../src/cli/index.ts'

process.exitCode = await main(process.argv.slice(2))
