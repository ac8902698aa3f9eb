/** What is with a mail and not in its text: named, never opened. */
import type { Attachment, Email } from 'postal-mime'
import type { ImportLoss } from '../types.ts'
import { oneLine } from '../web/values.ts'

const MOST_NAMED = 50
const LONGEST_NAME = 120

const isEncrypted = ({ mimeType, filename }: Attachment): boolean =>
  (/^application\/(?:x-)?pkcs7-mime$/i.test(mimeType) || /\.p7m$/i.test(filename ?? '')) && !/\.p7s$/i.test(filename ?? '')
const isPgp = ({ mimeType }: Attachment): boolean => /^application\/pgp-encrypted$/i.test(mimeType)
const isTnef = ({ mimeType, filename }: Attachment): boolean =>
  /^application\/(?:vnd\.)?ms-tnef$/i.test(mimeType) || /^winmail\.dat$/i.test(filename ?? '')

/** What a mail without text is sealed in; null where it is not. */
export function sealedFormat({ attachments }: Email): string | null {
  if (attachments.some(isEncrypted)) return 'S/MIME'
  if (attachments.some(isPgp)) return 'PGP'
  return attachments.some(isTnef) ? 'winmail.dat' : null
}

/** One line for each attachment, with its name as the mail gives it. */
export function attachmentLosses(attachments: readonly Attachment[]): ImportLoss[] {
  // Pictures that the page shows have a place in it, and no name of their own worth telling.
  const own = attachments.filter((attachment) => !(attachment.related && /^image\//i.test(attachment.mimeType)))
  const pictures = attachments.length - own.length
  const named = own.slice(0, MOST_NAMED).map((attachment): ImportLoss => {
    const name = oneLine(attachment.filename, LONGEST_NAME) ?? oneLine(attachment.mimeType, LONGEST_NAME) ?? '–'
    return {
      code: isEncrypted(attachment) || isPgp(attachment) ? 'encrypted' : isTnef(attachment) ? 'winmail' : 'attachment',
      count: 1,
      details: { name },
    }
  })
  if (own.length > MOST_NAMED) named.push({ code: 'attachments', count: own.length - MOST_NAMED })
  if (pictures > 0) named.push({ code: 'pictures', count: pictures })
  return named
}
