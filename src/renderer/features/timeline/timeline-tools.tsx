/** Which way the timeline is drawn: level of the lanes, colours, threads, table, and zooming for the mouse. */
import { Maximize2, Shapes, Spline, Table2, ZoomIn, ZoomOut } from 'lucide-react'
import type { TimelinePlace } from '../../lib/timeline-place.ts'
import { useSay } from '../../lib/say.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { ToggleButton } from '../../ui/toggle-button.tsx'

export interface TimelineToolsProps {
  place: TimelinePlace
  onSet: (patch: Partial<TimelinePlace>) => void
  hasLegend: boolean
  onLegend: (isShown: boolean) => void
  /** Above 1 comes nearer; null: all there is. */
  onZoom: (factor: number | null) => void
}

export function TimelineTools({ place, onSet, hasLegend, onLegend, onZoom }: TimelineToolsProps) {
  const say = useSay()
  return (
    <>
      <SegmentedControl
        label={say('compare.level')}
        value={place.level ?? 'side'}
        onChange={(level) => onSet({ level: level === 'side' ? undefined : level })}
        options={(['side', 'organisation', 'speaker'] as const).map((id) => ({ id, label: say(`compare.level.${id}`) }))}
      />
      <SegmentedControl
        label={say('timeline.colour')}
        value={place.colour ?? 'tag'}
        onChange={(colour) => onSet({ colour: colour === 'stance' ? 'stance' : undefined })}
        options={[
          { id: 'tag', label: say('timeline.byTag') },
          { id: 'stance', label: say('timeline.byStance') },
        ]}
      />
      <ToggleButton
        label={say('timeline.threads')}
        kind="standard"
        icon={<Spline />}
        value={place.threads ?? false}
        onChange={(threads) => onSet({ threads: threads ? true : undefined })}
      />
      <ToggleButton
        label={say('timeline.asTable')}
        kind="standard"
        icon={<Table2 />}
        value={place.table ?? false}
        onChange={(table) => onSet({ table: table ? true : undefined })}
      />
      {!place.table && (
        <ToggleButton
          label={say('timeline.legend.fold')}
          kind="standard"
          icon={<Shapes />}
          isIconOnly
          value={hasLegend}
          onChange={onLegend}
        />
      )}
      <span>
        <IconButton label={say('timeline.zoomIn')} icon={<ZoomIn />} shortcut="+" onPress={() => onZoom(1.5)} />
        <IconButton label={say('timeline.zoomOut')} icon={<ZoomOut />} shortcut="-" onPress={() => onZoom(1 / 1.5)} />
        <IconButton label={say('timeline.showAll')} icon={<Maximize2 />} shortcut="0" onPress={() => onZoom(null)} />
      </span>
    </>
  )
}
