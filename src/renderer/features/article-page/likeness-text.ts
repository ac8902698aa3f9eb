/** How alike two articles are, in words. */
import type { LikeArticle } from '../../../shared/domain/story.ts'
import type { Say } from '../../lib/say.ts'

export function likenessText({ likeness, contained, sameText }: LikeArticle, say: Say): string {
  if (sameText) return say('story.sameText')
  // What is shortened has little in common by share, and yet stands whole in the other.
  if (contained >= 0.9 && likeness < 0.9) return say('story.contained')
  return say('story.likeness', { share: Math.max(likeness, 0) })
}
