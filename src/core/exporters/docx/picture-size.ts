/** Width and height of a PNG or JPEG, read from its head; null where the bytes are no such picture. */
export function pictureSize(bytes: Uint8Array, mediaType: 'image/png' | 'image/jpeg'): { width: number; height: number } | null {
  const size = mediaType === 'image/png' ? ofPng(bytes) : ofJpeg(bytes)
  return size !== null && size.width > 0 && size.height > 0 ? size : null
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function ofPng(bytes: Uint8Array): { width: number; height: number } | null {
  if (bytes.length < 24 || PNG.some((byte, index) => bytes[index] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** Walks the segments to the first start of a frame. */
function ofJpeg(bytes: Uint8Array): { width: number; height: number } | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}
