/**
 * Property tests draw the same examples in every run: what fails for one person fails for all, and no check fails by the draw alone.
 * PARLEY_SEED=random (or a number) draws others; build/vitest.config.ts turns "random" into a number once for the whole run, and prints it.
 */
import fc from 'fast-check'

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.PARLEY_SEED) })
