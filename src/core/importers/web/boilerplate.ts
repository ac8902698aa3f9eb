/** Lines that outlets put around every article: copyright, subscription, sharing, where to read on. Proposed as "not text", never dropped. */
import type { Span } from '../../../shared/text/span.ts'

const LONGEST_LINE = 240

const PATTERNS: readonly RegExp[] = [
  /^(?:©|\(c\)\s|copyright\b)/iu,
  /\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b|\btodos los derechos reservados\b|все права защищены|版权所有|版權所有|جملہ حقوق محفوظ|جميع الحقوق محفوظة|تمام حقوق .{0,30}محفوظ/iu,
  /^(?:sign up|subscribe|register) (?:for|to|now)\b.{0,160}(?:newsletter|alerts?|updates|inbox|channel|today)/iu,
  /^(?:follow|join|like|find) (?:us|[\p{L} ]{1,30}) on (?:facebook|twitter|x|instagram|whatsapp|telegram|google news|youtube)\b/iu,
  /^(?:share (?:this|on)(?: \p{L}+){0,3}|download (?:the|our) app\b.{0,80}|advertisement|story continues below(?: advertisement)?)[.:!]?$/iu,
  /^(?:read (?:also|more|next)|also read|see also|related|more on this story|watch|listen)\s*[:：]/iu,
  /^(?:lesen sie auch|lire aussi|à lire aussi|lea también|leia também|читайте также|читать также|相关阅读|延伸阅读|相关新闻|مزید پڑھیں|یہ بھی پڑھیں|اقرأ أيضا|بیشتر بخوانید|همچنین بخوانید)\s*[:：]?/iu,
  /^(?:责任编辑|責任編輯|责编|编辑)\s*[:：]/u,
  /^(?:本文系.{0,40}(?:独家|原创)|未经授权.{0,20}不得转载|声明[:：])/u,
]

/** Stretches of whole lines that are boilerplate. Only short ones: a paragraph may begin with any words. */
export function boilerplateLines(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.length > 1 && line.length <= LONGEST_LINE && PATTERNS.some((pattern) => pattern.test(line.trim()))) {
      spans.push({ start, end: start + line.length })
    }
    start += line.length + 1
  }
  return spans
}
