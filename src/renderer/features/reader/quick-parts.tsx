/** What floats at the selection (the bar of tags, or the quick bar in its place), and the line beneath the text. */
import { usePlacing } from '../../stores/placing.ts'
import type { ReaderPage } from './page.ts'
import { QuickBar } from './quick-bar.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { StickyStrip } from './sticky-strip.tsx'
import type { QuickActions } from './use-quick-actions.ts'
import type { NotTextMarking } from './use-not-text.ts'
import type { Tagging } from './use-tagging.ts'

export interface QuickPartsProps {
  page: ReaderPage
  tagging: Tagging
  quick: QuickActions
  notText: NotTextMarking
}

export function QuickParts({ page, tagging, quick, notText }: QuickPartsProps) {
  const { annotations, canWrite, codebook, range, selectedId, surface } = page
  const selected = annotations.find((annotation) => annotation.id === selectedId)
  const at = range ?? selected
  // A selection is the place of an annotation then, not a new one.
  const isPlacing = usePlacing((state) => state.wish !== null)
  return (
    <>
      {surface && canWrite && quick.isQuickOpen && at && (
        <QuickBar
          rects={surface.rectsFor(at.start, at.end)}
          codebook={codebook}
          isNew={range !== null}
          typed={quick.typedBefore()}
          fallbackTag={tagging.fallbackTag}
          kept={quick.kept.kept}
          onApply={tagging.code}
          onClose={quick.closeQuick}
          onLeave={quick.leaveQuick}
        />
      )}
      {surface && canWrite && range && !quick.isQuickOpen && !quick.sticky.tag && !isPlacing && (
        <SelectionBar
          rects={surface.rectsFor(range.start, range.end)}
          tags={codebook.tags}
          onTag={tagging.tag}
          canRepeat={tagging.canRepeat}
          onRepeat={tagging.repeat}
          onQuick={quick.openQuick}
          intensity={tagging.intensity}
          isNotText={notText.isMarked}
          onNotText={notText.toggle}
        />
      )}
      <StickyStrip
        sticky={quick.sticky}
        kept={quick.kept}
        codebook={codebook}
        canCode={canWrite}
        hasSelection={range !== null}
        onQuick={at ? quick.openQuick : null}
        onDone={() => surface?.focus()}
      />
    </>
  )
}
