/**
 * The hues tokens exist for (src/renderer/styles/tags.css). Put one on an element as `data-hue` and it gets
 * --hue-bg, --hue-wash, --hue-strong and --hue-text. The order is the order in which to offer them.
 */
export const HUES = ['amber', 'vermilion', 'blue', 'green', 'teal', 'magenta', 'brown', 'sky', 'grey', 'violet', 'olive', 'rose'] as const

export type Hue = (typeof HUES)[number]

/** Whether stored text names a hue that can be shown. */
export function isHue(name: string): name is Hue {
  return HUES.some((hue) => hue === name)
}
