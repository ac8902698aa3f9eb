/** Annotations for tests of what is done to several of them. */
import { annotationSchema, type Annotation } from '../../../../src/shared/domain/annotation.ts'

const uid = '00000000-0000-4000-8000-000000000001'

export function annotation(parts: Partial<Annotation>): Annotation {
  return annotationSchema.parse({
    id: 1,
    uid,
    articleId: 1,
    revisionId: 1,
    start: 0,
    end: 5,
    quote: 'quote',
    prefix: '',
    suffix: '',
    tagId: 1,
    speakerId: null,
    onBehalfOfId: null,
    targetIds: [],
    issueIds: [],
    stance: null,
    intensity: null,
    attribution: null,
    reportedBy: [],
    stated: null,
    condition: null,
    consequence: null,
    deadline: null,
    confidence: null,
    translation: null,
    translationLanguage: null,
    note: null,
    important: false,
    status: 'draft',
    coder: 'Ada',
    createdAt: '2025-10-29T12:00:00.000Z',
    changedAt: '2025-10-29T12:00:00.000Z',
    ...parts,
  })
}
