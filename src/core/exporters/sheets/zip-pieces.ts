/** A ZIP archive written entry after entry, packed as it comes in. The same entries give the same bytes on every machine. */
import { Zip, ZipDeflate } from 'fflate'
import { joined } from '../joined.ts'

/** The first day that an archive can name, in the zone of the machine: it is written as it is read. */
const NO_TIME = (): Date => new Date(1980, 0, 1)

/** Beyond it, sheets take half as long again for a tenth less of room. */
const LEVEL = 3

export class ZipPieces {
  readonly #pieces: Uint8Array[] = []
  readonly #zip = new Zip((error, piece) => {
    if (error) throw error
    this.#pieces.push(piece)
  })
  readonly #encoder = new TextEncoder()

  /** An entry that is given in pieces; `end` closes it, before the next is begun. */
  begin(name: string): { add(text: string): void; end(): void } {
    const entry = new ZipDeflate(name, { level: LEVEL })
    entry.mtime = NO_TIME()
    this.#zip.add(entry)
    return {
      add: (text) => entry.push(this.#encoder.encode(text)),
      end: () => entry.push(new Uint8Array(), true),
    }
  }

  add(name: string, content: string | Uint8Array): void {
    const entry = new ZipDeflate(name, { level: LEVEL })
    entry.mtime = NO_TIME()
    this.#zip.add(entry)
    entry.push(typeof content === 'string' ? this.#encoder.encode(content) : content, true)
  }

  end(): Uint8Array {
    this.#zip.end()
    return joined(this.#pieces)
  }
}
