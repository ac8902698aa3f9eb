/**
 * Runs dependency-cruiser with the project's walls over the src/ folder of a tree. Also used by the test that plants violations in a
 * tree of its own, so nothing here may assume the repository's root.
 */
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { options, resolution, walls } from '../../dependency-cruiser.ts'

export interface Violation {
  rule: string
  comment: string
  from: string
  to: string
}

/** Every crossing of a wall below `baseDir`/src, and how many modules were looked at. Throws when the tree cannot be read. */
export async function checkBoundaries(baseDir: string): Promise<{ modules: number; violations: Violation[] }> {
  const result = await cruise(
    ['src'],
    { ...options, baseDir, validate: true, ruleSet: { forbidden: walls } },
    { ...resolution, bustTheCache: true },
  )
  const { modules, summary } = result.output as ICruiseResult
  const comments = new Map(walls.map((wall) => [wall.name, wall.comment]))
  return {
    modules: modules.filter((module) => module.source.startsWith('src/')).length,
    violations: summary.violations.map(({ rule, from, to, unresolvedTo }) => ({
      rule: rule.name,
      comment: comments.get(rule.name) ?? '',
      from,
      to: unresolvedTo && to === unresolvedTo ? unresolvedTo : to,
    })),
  }
}
