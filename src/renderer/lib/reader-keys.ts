/** Keys of the reader, for the reader itself to bind and for the map of keys to show. Letters of tags come from the codebook. */
export const READER_KEYS = [
  { id: 'move', keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] },
  { id: 'word', keys: ['Ctrl+ArrowLeft', 'Ctrl+ArrowRight'] },
  { id: 'sentence', keys: ['(', ')'] },
  { id: 'paragraph', keys: ['Ctrl+ArrowUp', 'Ctrl+ArrowDown'] },
  { id: 'extend', keys: ['Shift'] },
  { id: 'repeat', keys: ['.'] },
  { id: 'note', keys: ['N'] },
  { id: 'inspector', keys: ['Enter'] },
  { id: 'next', keys: ['[', ']'] },
  { id: 'edgeEnd', keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'] },
  { id: 'edgeStart', keys: ['Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight'] },
  { id: 'remove', keys: ['Delete'] },
  { id: 'back', keys: ['Esc'] },
] as const
