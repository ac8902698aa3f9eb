/** Puts tables and pictures on the clipboard, and saves them as files through the host. */
import { useCallback } from 'react'
import { asHtml, asText, type CopiedTable } from './copied-table.ts'
import { hostCall } from './transport/host.ts'
import { sharedClient } from './transport/client.ts'

/** How much larger than on the screen a PNG is, so that it stays sharp in print. */
const SCALE = 2
/** What a canvas can be drawn on: CSS pixels of a side, and of its area. */
const MOST_SIDE = 32_767
const MOST_AREA = 200_000_000

/** A picture that no canvas holds. Sizes in CSS pixels. */
export class PictureTooLarge extends Error {
  override readonly name = 'PictureTooLarge'
  readonly width: number
  readonly height: number
  constructor(width: number, height: number) {
    super(`A picture of ${width} by ${height} pixels is too large for a PNG.`)
    this.width = width
    this.height = height
  }
}

export async function copyTable(table: CopiedTable): Promise<void> {
  const blob = (text: string, type: string): Blob => new Blob([text], { type })
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': blob(asText(table), 'text/plain'), 'text/html': blob(asHtml(table), 'text/html') }),
  ])
}

export async function copyPicture(svg: string): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(svg) })])
}

/** Draws an SVG that says its own width and height. Throws where it cannot be drawn, PictureTooLarge where it is too large. */
async function pngOf(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const { naturalWidth: width, naturalHeight: height } = image
    const fits = (scale: number): boolean => Math.max(width, height) * scale <= MOST_SIDE && width * height * scale ** 2 <= MOST_AREA
    if (!fits(1)) throw new PictureTooLarge(width, height)
    const scale = fits(SCALE) ? SCALE : 1
    const canvas = new OffscreenCanvas(width * scale, height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await canvas.convertToBlob({ type: 'image/png' })
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** What a file can be made of. */
export type ToSave = { kind: 'table'; table: CopiedTable } | { kind: 'svg' | 'png'; svg: string }

/** Saves through the host; resolves to the name it got, null where the person cancelled or the host shows its downloads itself. */
export function useSaveAs(): (name: string, what: ToSave) => Promise<string | null> {
  return useCallback(async (name, what) => {
    const kept =
      what.kind === 'table'
        ? await sharedClient().call('outputs.keepTable', { name, ...what.table })
        : await sharedClient().call(
            'outputs.keepPicture',
            what.kind === 'svg'
              ? { mediaType: 'image/svg+xml', name, svg: what.svg }
              : { mediaType: 'image/png', name, base64: await base64Of(await pngOf(what.svg)) },
          )
    const saved = await hostCall('outputs.save', kept)
    return saved.name
  }, [])
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCodePoint(...bytes.subarray(at, at + 32_768))
  return btoa(text)
}
