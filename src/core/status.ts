/** The state of the open library, as hosts and the renderer see it. */
import { basename, extname } from 'node:path'
import type { LibraryStatus } from '../shared/domain/library.ts'
import type { LibraryFile } from './store/library-file.ts'
import { countAll, libraryUid } from './store/counts.ts'

export function libraryStatus({ library, coder }: { library: LibraryFile | null; coder: string }): LibraryStatus {
  if (!library) return { open: false, name: null, readOnly: null, coder, counts: null }
  return {
    open: true,
    uid: libraryUid(library.read),
    name: basename(library.path, extname(library.path)),
    readOnly: library.readOnly,
    coder,
    counts: countAll(library.read),
  }
}
