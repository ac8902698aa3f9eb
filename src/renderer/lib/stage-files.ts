/** Hands dropped or chosen files to the host, one after the other, and gives back what waits for import. */
import type { Staged } from '../../shared/domain/import.ts'
import { hostCall } from './transport/host.ts'

/** Rejects at the first file that cannot be read. A folder comes as a file that cannot be read. */
export async function stageFiles(files: readonly File[]): Promise<Staged[]> {
  const staged: Staged[] = []
  for (const file of files) staged.push(await hostCall('files.stage', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))
  return staged
}

/** Pasted text waits for import like a file in UTF-8. */
export function stageText(name: string, text: string): Promise<Staged> {
  return hostCall('files.stage', { name, bytes: new TextEncoder().encode(text) })
}
