/** The drawing for the screen: the places that the forces found, those that were dragged elsewhere, and how near one looks. */
import { useMemo, useState } from 'react'
import type { Network } from '../../../shared/domain/network.ts'
import { drawingOf, type Drawing } from './network-drawing.ts'
import { fitted, layoutOf, offScreen, stretched, zoomedAt, type Point, type Size, type Zoom } from './network-layout.ts'
import { drawnOf, type Drawn, type Link } from './network-model.ts'
import { PICTURE_FONT } from './matrix-picture.ts'
import { windowMeasure } from './picture-text.ts'
import type { NetworkWords } from './use-network-words.ts'

export interface NetworkDrawing {
  drawn: Drawn
  drawing: Drawing
  isMoved: boolean
  /** Puts a party where the pointer is. */
  move: (partyId: number, at: Point) => void
  pan: (by: Point) => void
  /** About a place on the screen; the middle where none is said. */
  zoomBy: (factor: number, at?: Point) => void
  /** All of it in sight, where the forces put it. */
  reset: () => void
}

const NOWHERE: ReadonlyMap<number, Point> = new Map()

export function useNetworkDrawing(network: Network, links: readonly Link[], size: Size, words: NetworkWords): NetworkDrawing {
  const [moved, setMoved] = useState(NOWHERE)
  const [zoom, setZoom] = useState<Zoom | null>(null)
  const drawn = useMemo(() => drawnOf(network.nodes, links), [network.nodes, links])
  const ids = drawn.nodes.map(({ partyId }) => partyId).join()
  // Who is drawn decides, not how links are counted: places stay as numbers change.
  const forced = useMemo(() => layoutOf(ids === '' ? [] : ids.split(',').map(Number), network.edges), [ids, network.edges])
  const layout = useMemo(() => stretched(forced, size), [forced, size])
  const places = useMemo(
    () => (moved.size === 0 ? layout : new Map([...layout, ...[...moved].filter(([id]) => layout.has(id))])),
    [layout, moved],
  )
  const fit = useMemo(() => fitted(layout.values(), size), [layout, size])
  const shown = zoom ?? fit
  const measure = useMemo(() => windowMeasure(PICTURE_FONT), [])
  const drawing = useMemo(
    () =>
      drawingOf({ drawn, places, zoom: shown, size, nameOf: words.party, isMediator: words.isMediator, numberOf: words.number, measure }),
    [drawn, places, shown, size, words, measure],
  )
  return {
    drawn,
    drawing,
    isMoved: moved.size > 0 || zoom !== null,
    move: (partyId, at) => {
      // What is moved must not make the rest jump: it stays as near as it is.
      setZoom(shown)
      setMoved((before) => new Map(before).set(partyId, offScreen(at, shown)))
    },
    pan: ({ x, y }) => setZoom((now) => ({ ...(now ?? fit), x: (now ?? fit).x + x, y: (now ?? fit).y + y })),
    zoomBy: (factor, at = { x: size.width / 2, y: size.height / 2 }) => setZoom((now) => zoomedAt(now ?? fit, at, factor)),
    reset: () => {
      setZoom(null)
      setMoved(NOWHERE)
    },
  }
}
