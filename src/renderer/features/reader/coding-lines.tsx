/** The coding of an annotation in a few lines: tag, who to whom, on what, how. */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import { issueText, type Codebook } from '../../lib/codebook.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import styles from './hover-card.module.css'

export function CodingLines({ annotation, codebook }: { annotation: Annotation; codebook: Codebook }) {
  const say = useSay()
  const tag = codebook.tagById.get(annotation.tagId)
  const name = (id: number): string => codebook.partyById.get(id)?.name ?? ''
  const who = annotation.speakerId === null ? '' : name(annotation.speakerId)
  const whom = annotation.targetIds.map(name).join(', ')
  return (
    <>
      <span className={styles.first}>
        {tag && <TagMark tag={tag} />}
        {annotation.stance && <span>{say(`stance.${annotation.stance}`)}</span>}
        {annotation.intensity !== null && <span>{say('coding.intensityValue', { value: annotation.intensity })}</span>}
      </span>
      {(who !== '' || whom !== '') && <bdi>{whom === '' ? who : say('coding.whoToWhom', { who: who === '' ? '?' : who, whom })}</bdi>}
      {annotation.issueIds.map((id) => {
        const issue = codebook.issueById.get(id)
        return (
          issue && (
            <bdi key={id} className={styles.issue}>
              {issueText(issue)}
            </bdi>
          )
        )
      })}
      {annotation.note && (
        <span className={styles.note} dir="auto">
          {annotation.note}
        </span>
      )}
    </>
  )
}
