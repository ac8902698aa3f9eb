/** Articles of a project with their annotations, as many at a time as can be stored in a moment. There is always one batch, for the codebook. */
import type { PlannedAnnotation } from './plan-annotations.ts'
import type { PlannedArticle } from './plan-articles.ts'
import type { ProjectPlan } from './plan.ts'

export type Batch = readonly { readonly planned: PlannedArticle; readonly annotations: readonly PlannedAnnotation[] }[]

/** UTF-16 units of text, and annotations, of one batch; a single article may have more. */
const MOST = { units: 2_000_000, annotations: 1_500 }

export function batchesOf({ articles, annotations }: ProjectPlan): Batch[] {
  const batches: Batch[number][][] = [[]]
  const held = { units: 0, annotations: 0 }
  for (const planned of articles) {
    const own = annotations.planned.get(planned.article.key) ?? []
    const units = planned.here === null ? planned.article.text.length : 0
    const isFull = held.units + units > MOST.units || held.annotations + own.length > MOST.annotations
    if (isFull && (batches.at(-1)?.length ?? 0) > 0) {
      batches.push([])
      Object.assign(held, { units: 0, annotations: 0 })
    }
    batches.at(-1)?.push({ planned, annotations: own })
    held.units += units
    held.annotations += own.length
  }
  return batches
}
