/** `npm run boundaries`: no import may cross a wall of build/dependency-cruiser.ts. */
import { checkBoundaries } from './lib/boundaries.ts'
import { root } from './lib/paths.ts'

export async function run(): Promise<number> {
  const { modules, violations } = await checkBoundaries(root)
  for (const { rule, from, to, comment } of violations) console.error(`${rule}: ${from} → ${to}\n  ${comment}`)
  if (violations.length === 0) console.log(`${modules} modules, no import crosses a wall.`)
  return violations.length === 0 ? 0 : 1
}
