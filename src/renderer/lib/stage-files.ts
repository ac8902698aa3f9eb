/** Hands dropped or chosen files to the host, one after the other, and gives back what waits for import. */
import type { Staged } from '../../shared/domain/import.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { hostCall } from './transport/host.ts'

/** What cannot be read, such as a folder, is handed to `onFailure` and holds the others up no further. Never rejects. */
export async function stageFiles(files: readonly File[], onFailure: (error: unknown) => void): Promise<Staged[]> {
  const staged: Staged[] = []
  for (const file of files) {
    try {
      staged.push(await hostCall('files.stage', { name: file.name, bytes: await bytesOf(file) }))
    } catch (error) {
      onFailure(error)
    }
  }
  return staged
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (cause) {
    throw new ParleyError('file-unreadable', { name: file.name }, { cause })
  }
}

/** Pasted text waits for import like a file in UTF-8. */
export function stageText(name: string, text: string): Promise<Staged> {
  return hostCall('files.stage', { name, bytes: new TextEncoder().encode(text) })
}
