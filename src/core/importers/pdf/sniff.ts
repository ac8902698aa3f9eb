/** Tells PDF by its content: readers of it accept its mark anywhere in the first kilobyte. */
import type { Sniffer } from '../detect.ts'

export const sniffPdf: Sniffer = ({ magic }) => (magic?.format === 'PDF' ? 'pdf' : null)
