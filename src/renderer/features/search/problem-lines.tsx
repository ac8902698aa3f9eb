/** What is off in the query, in words, and how it was read; with what was probably meant as a button. */
import { TriangleAlert } from 'lucide-react'
import type { Problem } from '../../../shared/search/types.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import styles from './search-view.module.css'

const MOST = 4

export interface ProblemLinesProps {
  query: string
  problems: readonly Problem[]
  onCorrect: (problem: Problem) => void
}

export function ProblemLines({ query, problems, onCorrect }: ProblemLinesProps) {
  const say = useSay()
  if (problems.length === 0) return null
  return (
    <ul className={styles.problems} role="status">
      {problems.slice(0, MOST).map((problem) => {
        const piece = query.slice(problem.start, Math.min(problem.end, problem.start + 40))
        return (
          <li key={`${problem.code} ${problem.start}`}>
            <TriangleAlert aria-hidden="true" />
            <span>{say(`search.problem.${problem.code}`, { piece: `\u2068${piece}\u2069`, ...problem.details })}</span>
            {problem.instead !== null && (
              <Button
                label={say('search.writeInstead', { text: `\u2068${problem.instead}\u2069` })}
                size="small"
                onPress={() => onCorrect(problem)}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
