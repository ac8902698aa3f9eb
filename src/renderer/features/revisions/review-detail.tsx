/** One annotation that waits: its passage in the earlier text, the places where it may be in the text of now, and what can be decided. */
import { CircleHelp } from 'lucide-react'
import type { ReviewCandidate, ReviewItem } from '../../../shared/domain/revision.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { PassageText } from './passage-text.tsx'
import styles from './review-detail.module.css'

export interface ReviewDetailProps {
  item: ReviewItem
  rank: number
  language: string | null
  codebook: Codebook
  canWrite: boolean
  onRank: (rank: number) => void
  onAccept: () => void
  onGone: () => void
  onByHand: () => void
}

export function ReviewDetail(props: ReviewDetailProps) {
  const { item, rank, language, codebook, canWrite, onRank } = props
  const say = useSay()
  const tag = codebook.tagById.get(item.tagId)
  const speaker = item.speakerId === null ? undefined : codebook.partyById.get(item.speakerId)
  return (
    <section className={styles.detail} aria-label={say('review.detail')}>
      <header className={styles.detailHead}>
        {tag && <TagMark tag={tag} />}
        {speaker && <bdi>{speaker.name}</bdi>}
        <span className={styles.reason}>{say(`review.reason.${item.reason}`)}</span>
      </header>
      <div className={styles.texts}>
        <h3 className={styles.label}>
          {item.reason === 'broken' ? say('review.wasBroken') : say('review.was', { number: item.revision })}
        </h3>
        <PassageText passage={item.was} language={language} hue={tag?.hue} />
        <h3 className={styles.label}>{say('review.now', { count: item.candidates.length })}</h3>
        {item.candidates.length === 0 ? (
          <p className={styles.none}>
            <CircleHelp aria-hidden="true" />
            {say('review.noCandidate')}
          </p>
        ) : (
          <ol className={styles.candidates}>
            {item.candidates.map((candidate, at) => (
              <li key={`${candidate.start}-${candidate.end}`}>
                <Candidate
                  candidate={candidate}
                  number={at + 1}
                  isChosen={at === rank}
                  isAlone={item.candidates.length === 1}
                  language={language}
                  hue={tag?.hue}
                  onChoose={() => onRank(at)}
                />
              </li>
            ))}
          </ol>
        )}
      </div>
      <Decisions {...props} canWrite={canWrite} />
    </section>
  )
}

interface CandidateProps {
  candidate: ReviewCandidate
  number: number
  isChosen: boolean
  isAlone: boolean
  language: string | null
  hue: string | undefined
  onChoose: () => void
}

function Candidate({ candidate, number, isChosen, isAlone, language, hue, onChoose }: CandidateProps) {
  const say = useSay()
  const score = say('review.score', {
    words: say(`review.sureness.${surenessOf(candidate.score)}`),
    score: Math.round(candidate.score * 100),
  })
  return (
    <div className={styles.candidate} data-chosen={isChosen || undefined} data-alone={isAlone || undefined}>
      <button
        type="button"
        className={styles.choose}
        tabIndex={isAlone ? -1 : 0}
        aria-pressed={isChosen}
        aria-label={say('review.candidate', { number, quote: candidate.quote })}
        onClick={onChoose}
      />
      <p className={styles.facts}>
        {!isAlone && <b>{number}</b>}
        <span>{score}</span>
        <span className={styles.how}>{say(`review.how.${candidate.how}`)}</span>
      </p>
      <PassageText passage={candidate} language={language} hue={hue} />
    </div>
  )
}

function Decisions({ item, rank, canWrite, onAccept, onGone, onByHand }: ReviewDetailProps) {
  const say = useSay()
  const chosen = item.candidates[rank]
  return (
    <footer className={styles.decisions} role="toolbar" aria-label={say('review.decide')}>
      <Button label={say('review.accept')} kind="primary" shortcut="Enter" isDisabled={!canWrite || !chosen} onPress={onAccept} />
      <Button label={say('review.byHand')} shortcut="S" isDisabled={!canWrite} onPress={onByHand} />
      <Button label={say('review.gone')} shortcut="G" isDisabled={!canWrite} onPress={onGone} />
    </footer>
  )
}

/** The score in words; how it is made stands in core/anchoring/score.ts. */
function surenessOf(score: number): 'high' | 'medium' | 'low' {
  if (score >= 0.9) return 'high'
  return score >= 0.75 ? 'medium' : 'low'
}
