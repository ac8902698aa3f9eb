/** What a check found: a sign, a colour and the word. */
import { CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import type { CheckResult } from '../../../shared/domain/thread-status.ts'
import { useSay } from '../../lib/say.ts'
import styles from './marks.module.css'

const SIGNS = { met: CircleCheck, 'not-met': CircleX, unclear: CircleHelp } as const

export function ResultMark({ result, count }: { result: CheckResult; count?: number }) {
  const say = useSay()
  const Sign = SIGNS[result]
  const word = say(`check.result.${result}`)
  return (
    <span className={styles.result} data-result={result} title={count === undefined ? undefined : word}>
      <Sign aria-hidden="true" />
      {count === undefined ? (
        <span>{word}</span>
      ) : (
        <span aria-label={say('check.counted', { count, result: word })} role="img">
          {count}
        </span>
      )}
    </span>
  )
}

/** Only the sign: the word stands beside it. */
export function ResultSign({ result }: { result: CheckResult }) {
  const Sign = SIGNS[result]
  return <Sign aria-hidden="true" />
}
