/** The keys of the views that have fixed ones, for the map of keys. Arrows stand for what they do from left to right. */
export interface FixedKeys {
  title: string
  rows: readonly { keys: readonly string[]; label: string }[]
}

export const VIEW_KEYS: readonly FixedKeys[] = [
  {
    title: 'keys.compare',
    rows: [
      { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], label: 'keys.compare.move' },
      { keys: ['Mod+Home', 'Mod+End'], label: 'keys.compare.ends' },
      { keys: ['Enter'], label: 'keys.compare.open' },
      { keys: ['I'], label: 'keys.compare.why' },
      { keys: ['O'], label: 'keys.compare.otherwise' },
      { keys: ['+', '-'], label: 'keys.compare.zoom' },
      { keys: ['ArrowLeft', 'ArrowRight'], label: 'keys.compare.fold' },
      { keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'], label: 'keys.compare.column' },
      { keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'], label: 'keys.compare.width' },
      { keys: ['Shift+F10'], label: 'keys.compare.menu' },
    ],
  },
  {
    title: 'keys.drawer',
    rows: [
      { keys: ['[', ']'], label: 'keys.drawer.cells' },
      { keys: ['S'], label: 'keys.drawer.summary' },
      { keys: ['Escape'], label: 'keys.drawer.close' },
    ],
  },
  {
    title: 'keys.timeline',
    rows: [
      { keys: ['+', '-'], label: 'keys.timeline.zoom' },
      { keys: ['0'], label: 'keys.timeline.all' },
      { keys: ['PageUp', 'PageDown'], label: 'keys.timeline.page' },
      { keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'], label: 'keys.timeline.shift' },
      { keys: ['Enter'], label: 'keys.timeline.open' },
    ],
  },
  {
    title: 'keys.ledger',
    rows: [
      { keys: ['A'], label: 'keys.ledger.accept' },
      { keys: ['D'], label: 'keys.ledger.dismiss' },
    ],
  },
  {
    title: 'keys.reports',
    rows: [
      { keys: ['ArrowUp', 'ArrowDown'], label: 'keys.reports.walk' },
      { keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], label: 'keys.reports.move' },
      { keys: ['Enter'], label: 'keys.reports.open' },
      { keys: ['Mod+D'], label: 'keys.reports.duplicate' },
      { keys: ['Delete'], label: 'keys.reports.remove' },
      { keys: ['Mod+Z', 'Mod+Shift+Z'], label: 'keys.reports.undo' },
    ],
  },
]
