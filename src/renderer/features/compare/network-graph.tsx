/**
 * The drawn network: parties as circles, agreement as whole blue lines, conflict as dashed red ones. It is an image with a description; all
 * that it holds is in the table beside it, which the keyboard walks. With the mouse a press on a line opens its issues; circles can be dragged,
 * the ground moved, the wheel brings it nearer.
 */
import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useRef, useState, type PointerEvent } from 'react'
import { useSay } from '../../lib/say.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { Point, Size } from './network-layout.ts'
import type { DrawnLink } from './network-drawing.ts'
import { kindsOf, pairKey, type LinkKind } from './network-model.ts'
import styles from './network-graph.module.css'
import { NetworkShapes, type Lit } from './network-shapes.tsx'
import type { NetworkDrawing } from './use-network-drawing.ts'

export interface NetworkGraphProps {
  network: NetworkDrawing
  size: Size
  frame: (element: HTMLElement | null) => void
  show: LinkKind | undefined
  chosen: readonly [number, number] | undefined
  description: string
  /** Says what is under the pointer. */
  tell: (lit: Lit) => string
  onOpen: (a: number, b: number) => void
}

/** Farther than that, a press has become a drag. */
const DRAG_PX = 4
const STEP = 1.4

type Grip = { from: Point; last: Point; party: number | null; link: DrawnLink | null; isDrag: boolean }

export function NetworkGraph({ network, size, frame, show, chosen, description, tell, onOpen }: NetworkGraphProps) {
  const say = useSay()
  const { drawing, drawn, isMoved, move, pan, zoomBy, reset } = network
  const svg = useRef<SVGSVGElement>(null)
  const grip = useRef<Grip | null>(null)
  const [lit, setLit] = useState<Lit | null>(null)
  const wheel = useRef(zoomBy)
  useEffect(() => {
    wheel.current = zoomBy
  })
  useEffect(() => {
    const element = svg.current
    // React listens to the wheel as one that cannot be kept from scrolling.
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault()
      wheel.current(1.0015 ** -event.deltaY, spotIn(element, event))
    }
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [])

  const under = (event: PointerEvent): { party: number | null; link: DrawnLink | null } => {
    const target = event.target instanceof Element ? event.target : null
    const party = target?.closest('[data-party]')?.getAttribute('data-party')
    const key = target?.closest('[data-link]')?.getAttribute('data-link')
    return { party: party ? Number(party) : null, link: drawing.links.find((link) => link.key === key) ?? null }
  }
  const onPointerMove = (event: PointerEvent): void => {
    const held = grip.current
    if (!held) {
      const { party, link } = under(event)
      setLit(link ? { kind: 'link', link } : party === null ? null : { kind: 'party', id: party })
      return
    }
    const at = spotIn(svg.current, event)
    held.isDrag ||= Math.hypot(at.x - held.from.x, at.y - held.from.y) > DRAG_PX
    if (!held.isDrag) return
    if (held.party === null) pan({ x: at.x - held.last.x, y: at.y - held.last.y })
    else move(held.party, at)
    held.last = at
  }
  const letGo = (): void => {
    const held = grip.current
    grip.current = null
    if (held && !held.isDrag && held.link) onOpen(held.link.a, held.link.b)
  }
  return (
    <div className={styles.frame} data-dragging={grip.current?.isDrag || undefined}>
      <div ref={frame} className={styles.sheet}>
        <svg
          ref={svg}
          role="img"
          aria-label={description}
          width={size.width}
          height={size.height}
          className={styles.picture}
          onPointerDown={(event) => {
            if (event.button !== 0) return
            const at = spotIn(svg.current, event)
            grip.current = { from: at, last: at, ...under(event), isDrag: false }
            event.currentTarget.setPointerCapture(event.pointerId)
          }}
          onPointerMove={onPointerMove}
          onPointerUp={letGo}
          onPointerCancel={() => (grip.current = null)}
          onPointerLeave={() => setLit(null)}
        >
          <NetworkShapes drawing={drawing} lit={lit} chosen={chosen ? pairKey(...chosen) : null} />
        </svg>
      </div>
      <div className={styles.foot}>
        <p className={styles.told} aria-hidden={lit !== null || undefined}>
          {lit
            ? tell(lit)
            : drawn.isPart
              ? say('network.part', { links: drawn.links.length, parties: drawn.nodes.length })
              : say('network.hint')}
        </p>
        <span className={styles.legend} aria-hidden="true">
          {kindsOf({ show }).map((kind) => (
            <span key={kind} data-kind={kind}>
              <i /> {say(kind === 'agreement' ? 'network.agreement' : 'network.conflict')}
            </span>
          ))}
          <span data-kind="size">
            <i />
            <i /> {say('network.legendSize')}
          </span>
          {drawing.parties.some(({ isMediator }) => isMediator) && (
            <span data-kind="mediator">
              <i /> {say('network.mediator')}
            </span>
          )}
        </span>
        <span className={styles.tools}>
          <IconButton label={say('network.zoomIn')} icon={<ZoomIn />} size="small" onPress={() => zoomBy(STEP)} />
          <IconButton label={say('network.zoomOut')} icon={<ZoomOut />} size="small" onPress={() => zoomBy(1 / STEP)} />
          <IconButton label={say('network.arrange')} icon={<Maximize2 />} size="small" isDisabled={!isMoved} onPress={reset} />
        </span>
      </div>
    </div>
  )
}

function spotIn(element: Element | null, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const box = element?.getBoundingClientRect()
  return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) }
}
