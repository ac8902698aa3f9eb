/** The sign of a stance, in every format: never its colour alone. */
import type { Stance } from '../../../shared/domain/annotation.ts'

export const STANCE_SIGNS: Readonly<Record<Stance, string>> = { supports: '+', opposes: '−', conditional: '±', neutral: '=', declined: '○' }
