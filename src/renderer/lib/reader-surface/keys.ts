/** Which key does what in the text. Keys without a meaning here are left to the application. */

export type Motion =
  | { unit: 'character' | 'lineEdge'; way: 'left' | 'right' | 'backward' | 'forward' }
  | { unit: 'word'; way: 'left' | 'right' }
  | { unit: 'line' | 'page'; way: 'backward' | 'forward' }
  | { unit: 'sentence' | 'paragraph' | 'text'; way: 'backward' | 'forward' }

export type Command =
  | { kind: 'move'; motion: Motion; extend: boolean }
  /** Move an end of the selected mark. */
  | { kind: 'edge'; edge: 'start' | 'end'; unit: 'word' | 'character'; way: 'left' | 'right' | 'backward' | 'forward' }
  | { kind: 'all' }
  | { kind: 'clear' }

export type Keys = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

export interface KeyContext {
  mac: boolean
  /** A mark is selected and nothing else: Alt and arrows move its ends. */
  edges: boolean
  /** The key was pressed with AltGr. */
  altGraph?: boolean
}

const VERTICAL: Record<string, 'backward' | 'forward'> = {
  ArrowUp: 'backward',
  ArrowDown: 'forward',
  PageUp: 'backward',
  PageDown: 'forward',
  Home: 'backward',
  End: 'forward',
}

function horizontal(keys: Keys, { mac, edges }: KeyContext): Command | null {
  const way = keys.key === 'ArrowLeft' ? 'left' : 'right'
  const extend = keys.shiftKey
  if (keys.altKey) {
    if (keys.ctrlKey || keys.metaKey) return null
    if (edges) return { kind: 'edge', edge: extend ? 'start' : 'end', unit: 'word', way }
    return { kind: 'move', motion: { unit: 'word', way }, extend }
  }
  if (keys.metaKey) return mac ? { kind: 'move', motion: { unit: 'lineEdge', way }, extend } : null
  if (keys.ctrlKey) return mac ? null : { kind: 'move', motion: { unit: 'word', way }, extend }
  return { kind: 'move', motion: { unit: 'character', way }, extend }
}

function vertical(keys: Keys, way: 'backward' | 'forward', mac: boolean): Command | null {
  const extend = keys.shiftKey
  const move = (motion: Motion): Command => ({ kind: 'move', motion, extend })
  const plain = !keys.altKey && !keys.ctrlKey && !keys.metaKey
  if (keys.key.startsWith('Page')) return plain ? move({ unit: 'page', way }) : null
  if (keys.key === 'Home' || keys.key === 'End') {
    if (plain) return move({ unit: 'lineEdge', way })
    return keys.ctrlKey && !keys.altKey && !keys.metaKey ? move({ unit: 'text', way }) : null
  }
  if (plain) return move({ unit: 'line', way })
  if (keys.altKey) return keys.ctrlKey || keys.metaKey ? null : move({ unit: 'sentence', way })
  if (keys.metaKey) return mac ? move({ unit: 'text', way }) : null
  return move({ unit: 'paragraph', way })
}

/** Ends of the selected mark by character: keys that no system takes, one pair for each end. */
const EDGES: Record<string, Command> = {
  '<': { kind: 'edge', edge: 'end', unit: 'character', way: 'backward' },
  '>': { kind: 'edge', edge: 'end', unit: 'character', way: 'forward' },
  '{': { kind: 'edge', edge: 'start', unit: 'character', way: 'backward' },
  '}': { kind: 'edge', edge: 'start', unit: 'character', way: 'forward' },
}

/** The command of a key press, or null if the text does not use it. */
export function commandFor(keys: Keys, context: KeyContext): Command | null {
  if (keys.key === 'ArrowLeft' || keys.key === 'ArrowRight') return horizontal(keys, context)
  const way = VERTICAL[keys.key]
  if (way !== undefined) return vertical(keys, way, context.mac)
  // Many layouts need AltGr for braces, and Windows sends that as Ctrl and Alt.
  const modified = !(keys.ctrlKey && keys.altKey && context.altGraph === true) && (keys.ctrlKey || keys.altKey || keys.metaKey)
  const edge = Object.hasOwn(EDGES, keys.key) ? EDGES[keys.key] : undefined
  if (edge !== undefined) return context.edges && !modified ? edge : null
  if (keys.key === '(' || keys.key === ')') {
    return modified ? null : { kind: 'move', motion: { unit: 'sentence', way: keys.key === '(' ? 'backward' : 'forward' }, extend: false }
  }
  if (keys.key === 'Escape') return modified || keys.shiftKey ? null : { kind: 'clear' }
  const selectAll =
    keys.key.toLowerCase() === 'a' &&
    !keys.altKey &&
    !keys.shiftKey &&
    (context.mac ? keys.metaKey && !keys.ctrlKey : keys.ctrlKey && !keys.metaKey)
  return selectAll ? { kind: 'all' } : null
}

/** True for a key that moves an end of a mark, or only leads to one: a burst of them is one change. */
export const isEdgeKey = ({ key, altKey }: Pick<KeyboardEvent, 'key' | 'altKey'>): boolean =>
  Object.hasOwn(EDGES, key) || (altKey && key.startsWith('Arrow')) || ['Alt', 'AltGraph', 'Shift', 'Control'].includes(key)
