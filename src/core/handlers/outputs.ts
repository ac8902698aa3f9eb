/** Handlers of `outputs.*`: tables and pictures of a view, made into outputs for the host to save. */
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { writeCsv } from '../exporters/csv.ts'
import { isInertSvg } from '../exporters/inert-svg.ts'
import { safeName } from '../exporters/safe-name.ts'
import { say } from '../messages.ts'
import type { CommandHandlers, Session } from '../session.ts'

export const outputCommands = {
  'outputs.keepTable': (session, { name, head, rows }) =>
    keepOutput(session, { name, extension: 'csv', mediaType: 'text/csv', bytes: new TextEncoder().encode(writeCsv([head, ...rows])) }),
  'outputs.keepPicture': (session, picture) => {
    if (picture.mediaType === 'image/png') {
      const bytes = new Uint8Array(Buffer.from(picture.base64, 'base64'))
      return keepOutput(session, { name: picture.name, extension: 'png', mediaType: 'image/png', bytes })
    }
    if (!isInertSvg(picture.svg)) throw new ParleyError('invalid-input', { where: 'svg' })
    return keepOutput(session, {
      name: picture.name,
      extension: 'svg',
      mediaType: 'image/svg+xml',
      bytes: new TextEncoder().encode(picture.svg),
    })
  },
} satisfies Partial<CommandHandlers>

interface Kept {
  name: string
  extension: string
  mediaType: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Holds what was made for the host to save, under a safe name. */
export function keepOutput(
  { outputs, uid }: Session,
  { name: wanted, extension, mediaType, bytes }: Kept,
): { outputId: string; name: string } {
  const name = safeName(wanted, { extension: `.${extension}`, fallback: say('report.untitled') })
  const outputId = uid()
  outputs.add(outputId, { name, mediaType, bytes })
  return { outputId, name }
}
