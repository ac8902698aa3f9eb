/** Procedures that turn what a view shows into a file, which the host then saves. */
import { keptOutputSchema, pictureToKeepSchema, tableToKeepSchema } from '../../domain/output.ts'
import { command } from '../define.ts'

export const outputsProcedures = {
  'outputs.keepTable': command({
    doc: 'A table as CSV whose cells no spreadsheet takes for formulas; the host saves the output.',
    input: tableToKeepSchema,
    output: keptOutputSchema,
  }),
  'outputs.keepPicture': command({
    doc: 'A picture of a view; an SVG that could run or fetch anything is refused.',
    input: pictureToKeepSchema,
    output: keptOutputSchema,
  }),
} as const
