/**
 * Words that announce metadata, in the languages of the sources: "Author: …", "来源：…", "رپورٹ: …". A label stands at the
 * beginning of a line, or of a part of it, and is followed by a colon (some languages leave it out after "by").
 */
import { capture, SHORT_LINE, type Found, type Line } from './lines.ts'

export type LabelledField = 'title' | 'author' | 'outlet' | 'published' | 'original' | 'link'

const WORDS: Readonly<Record<LabelledField, readonly string[]>> = {
  title: ['title', 'headline', '标题', '標題', 'عنوان', 'العنوان', 'سرلیک', 'заголовок', 'titre', 'titel', 'título', 'başlık', 'כותרת'],
  author: [
    ...['author', 'authors', 'writer', 'written by', 'reporter', 'reported by', 'correspondent', 'byline', 'story by'],
    ...['作者', '记者', '記者', '撰文', '文', '撰稿', '通讯员', '執筆'],
    ...['رپورٹ', 'رپورٹر', 'تحریر', 'مصنف', 'نامہ نگار', 'نمائندہ', 'از قلم'],
    ...['نویسنده', 'گزارشگر', 'خبرنگار', 'گزارش از', 'به قلم', 'لیکوال', 'راپور', 'خبریال'],
    ...['بقلم', 'الكاتب', 'كتب', 'كتبت', 'إعداد', 'تقرير', 'مراسل'],
    ...['автор', 'авторы', 'корреспондент', 'auteur', 'autor', 'autora', 'yazan', 'yazar', 'haber', 'מאת', 'כתב'],
  ],
  outlet: [
    ...['source', 'outlet', 'publication', 'publisher', 'agency', 'newspaper', 'via'],
    ...['来源', '來源', '稿件来源', '文章来源', '出处', '出典', '媒体'],
    ...['ماخذ', 'ذریعہ', 'بشکریہ', 'منبع', 'خبرگزاری', 'رسانه', 'سرچینه', 'المصدر', 'مصدر', 'الوكالة'],
    ...['источник', 'source de', 'quelle', 'fuente', 'kaynak', 'מקור'],
  ],
  published: [
    ...[
      'published',
      'published on',
      'published at',
      'first published',
      'publication date',
      'posted',
      'posted on',
      'date',
      'dated',
      'issued',
    ],
    ...['发布时间', '發布時間', '发表时间', '发布日期', '发布于', '时间', '日期', '公開日', '掲載日', '配信日'],
    ...[
      'تاریخ',
      'تاریخ اشاعت',
      'شائع',
      'شائع ہوا',
      'تاریخ انتشار',
      'انتشار',
      'زمان انتشار',
      'نېټه',
      'د خپرېدو نېټه',
      'تاريخ النشر',
      'نشر في',
      'نُشر في',
      'التاريخ',
    ],
    ...['опубликовано', 'дата', 'дата публикации', 'publié le', 'date de publication', 'veröffentlicht am', 'veröffentlicht', 'datum'],
    ...['publicado el', 'publicado', 'fecha', 'yayınlanma tarihi', 'yayın tarihi', 'tarih', 'פורסם', 'תאריך'],
  ],
  original: [
    ...['original', 'original article', 'original link', 'original url', 'original source', 'read the original', 'read more at'],
    ...[
      '原文',
      '原文链接',
      '原文連結',
      '原文地址',
      '阅读原文',
      'اصل خبر',
      'اصل مضمون',
      'اصل مطلب',
      'لینک خبر',
      'المقال الأصلي',
      'النص الأصلي',
      'оригинал',
    ],
  ],
  link: [
    ...['link', 'url', 'web', 'website', 'permalink', 'available at', 'retrieved from', 'doi'],
    ...['链接', '連結', '网址', '網址', '地址', 'لنک', 'لینک', 'پیوند', 'رابط', 'الرابط', 'ссылка', 'lien', 'enlace', 'bağlantı', 'קישור'],
  ],
}

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

// The longest first, so that "published on" is not read as "published" with a value that begins with "on".
const alternatives = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map(escape)
    .join('|')

const patternFor = (words: readonly string[]): RegExp =>
  new RegExp(String.raw`(?:^|[\s|｜•·(（【\[])(?:${alternatives(words)})\s*[:：︰]\s*([^|｜•·\t\u3000]+)`, 'giud')

const PATTERNS: Readonly<Record<LabelledField, RegExp>> = {
  title: new RegExp(String.raw`^(?:${alternatives(WORDS.title)})\s*[:：]\s*(.+)$`, 'giud'),
  author: patternFor(WORDS.author),
  outlet: patternFor(WORDS.outlet),
  published: patternFor(WORDS.published),
  original: patternFor(WORDS.original),
  link: patternFor(WORDS.link),
}

const ANY_LABEL = new RegExp(String.raw`\s+(?:${alternatives(Object.values(WORDS).flat())})\s*[:：︰]`, 'iu')
/** What stands before the first announcement inside a text; all of it where there is none. */
export const beforeLabel = (text: string): string => text.slice(0, ANY_LABEL.exec(text)?.index)

const CLOSING = /[)）】\]。.,，;；\s]+$/u

/** Values of a field announced in a short line, with their places. A next label on the same line ends the value. */
export function labelled(line: Line, field: LabelledField): Found[] {
  if (line.text.length > SHORT_LINE * 2) return []
  return Array.from(line.text.matchAll(PATTERNS[field])).flatMap((match) => {
    const found = capture(line, match, 1)
    if (!found) return []
    const value = beforeLabel(found.value).replace(CLOSING, '')
    return value === '' ? [] : [{ value, span: { start: found.span.start, end: found.span.start + value.length } }]
  })
}

/** The line announces something, so it is neither a headline nor the article's text. */
export function isLabelLine(line: Line): boolean {
  return line.text.length <= SHORT_LINE && Object.values(PATTERNS).some((pattern) => line.text.search(pattern) === 0)
}
