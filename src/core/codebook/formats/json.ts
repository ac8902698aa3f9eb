/** The codebook as JSON: nothing is lost but where the examples stood. A row that does not fit is left out and named; the others come in. */
import { z } from 'zod'
import type { CodebookPart, CodebookProblem } from '../../../shared/domain/codebook-import.ts'
import {
  CODEBOOK_VERSION,
  fileIssueSchema,
  filePartySchema,
  fileTagSchema,
  refused,
  type CodebookFile,
  type ReadCodebook,
} from '../file.ts'

const envelopeSchema = z.object({
  parley: z.literal('codebook'),
  version: z.int().positive(),
  name: z.string().max(1_000).default(''),
  description: z.string().max(20_000).default(''),
  tags: z.array(z.unknown()).default([]),
  issues: z.array(z.unknown()).default([]),
  parties: z.array(z.unknown()).default([]),
})

export function writeJson({ name, description, tags, issues, parties }: CodebookFile): string {
  return `${JSON.stringify({ parley: 'codebook', version: CODEBOOK_VERSION, name, description, tags, issues, parties }, null, 2)}\n`
}

export function readJson(text: string): ReadCodebook {
  try {
    return readCodebookValue(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return refused('unreadable')
    throw error
  }
}

/** The same for a value that is parsed already, such as a template. */
export function readCodebookValue(value: unknown): ReadCodebook {
  const envelope = envelopeSchema.safeParse(value)
  if (!envelope.success) return refused('not-a-codebook')
  const { version, name, description, tags, issues, parties } = envelope.data
  if (version > CODEBOOK_VERSION) return refused('newer', { version })
  const problems: CodebookProblem[] = []
  const file = {
    name,
    description,
    tags: rows('tags', tags, fileTagSchema, problems),
    issues: rows('issues', issues, fileIssueSchema, problems),
    parties: rows('parties', parties, filePartySchema, problems),
  }
  return { file, problems }
}

function rows<S extends z.ZodType>(part: CodebookPart, values: readonly unknown[], schema: S, problems: CodebookProblem[]): z.infer<S>[] {
  return values.flatMap((value, index) => {
    const parsed = schema.safeParse(value)
    if (parsed.success) return [parsed.data]
    const [issue] = parsed.error.issues
    problems.push({
      code: 'row',
      details: { part, row: index + 1, field: issue?.path.join('.') ?? '', problem: (issue?.message ?? '').slice(0, 200) },
    })
    return []
  })
}
