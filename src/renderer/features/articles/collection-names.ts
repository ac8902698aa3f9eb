/** Names of collections that are made before they are named. Pure. */
import { foldName } from '../../../shared/text/fold.ts'

/** The name, or with the first number after it that no sibling has. */
export function freeName(name: string, siblings: readonly { name: string }[]): string {
  const taken = new Set(siblings.map((sibling) => foldName(sibling.name)))
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name} ${number}`
    if (!taken.has(foldName(candidate))) return candidate
  }
}
