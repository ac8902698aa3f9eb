/** Above the text while annotations wait for a look: how many, why, and the way there. Nothing while none does. */
import { useData } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

export function ReviewBanner({ articleId, onReview }: { articleId: number; onReview: () => void }) {
  const say = useSay()
  const { data } = useData('annotations.inReview', { articleId })
  if (!data || data.waiting === 0) return null
  const { waiting, broken } = data
  return (
    <Banner
      kind="warning"
      title={waiting === broken ? say('review.bannerBroken', { count: broken }) : say('review.banner', { count: waiting })}
      actions={<Button label={say('review.open')} size="small" onPress={onReview} />}
    />
  )
}
