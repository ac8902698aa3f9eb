/** Codebook: tags, issues, parties. */
import { CodebookView } from '../features/codebook/codebook-view.tsx'
import { usePlaces } from '../lib/places.ts'

export function CodebookPage({ part, id }: { part: 'tags' | 'issues' | 'parties'; id: number | null }) {
  const places = usePlaces()
  return (
    <CodebookView
      part={part}
      id={id}
      onPlace={(nextPart, nextId, options) => places.codebook(nextPart, nextId ?? undefined, options)}
      onDossier={(party) => places.reports({ kind: 'dossier', party })}
      onOpenPassage={(articleId, annotationId) => places.read(articleId, annotationId)}
    />
  )
}
