/**
 * Does this look like the name of an outlet, or of a person? Only ever asked about the parts of a byline, where one
 * of the two is to be expected; never used to find names in running text.
 */
import { plainLetters } from './lines.ts'

const ENGLISH =
  /\b(?:news|times|post|daily|press|agency|network|tv|television|radio|journal|herald|tribune|guardian|observer|gazette|today|online|media|broadcasting|review|magazine|weekly|chronicle|monitor|telegraph|express|bulletin|dispatch|desk|wire|newspaper|digest|report|reports|channel|courier|independent|correspondents?|staff|newsroom|bureau)\b/i
const KNOWN =
  /^(?:(?:the\s+)?associated press|reuters|afp|ap|upi|xinhua|cgtn|bbc(?:\s.+)?|cnn|voa|dw|rfe\/rl|al[ -]jazeera|al[ -]arabiya|anadolu(?: agency)?|tass|interfax|kyodo|yonhap|dpa|efe|ansa|irna|tasnim|fars|mehr|sana|wafa|pti|ani|app|geo|ary|dawn|samaa|tolo\s?news|pajhwok|khaama(?: press)?|bloomberg|axios|politico|le monde|el país|der spiegel|haaretz)$/i
const CHINESE =
  /(?:网|網|报|報|社|新闻|新聞|电视台|電視台|电台|周刊|週刊|杂志|雜誌|频道|頻道|客户端|传媒|傳媒|通讯|時報|时报|日报|晚报|之声)$/u
const ARABIC_SCRIPT_WORDS = [
  'نیوز',
  'نيوز',
  'اخبار',
  'أخبار',
  'خبرونه',
  'ٹی وی',
  'تی وی',
  'ڈیسک',
  'ڈيسک',
  'ایجنسی',
  'خبرگزاری',
  'آژانس',
  'روزنامه',
  'روزنامہ',
  'ورځپاڼه',
  'وكالة',
  'صحيفة',
  'قناة',
  'شبكة',
  'جريدة',
  'بی بی سی',
  'بي بي سي',
  'رویترز',
  'رويترز',
  'رائٹرز',
  'الجزيرة',
  'الجزیره',
  'العربية',
  'پژواک',
  'طلوع',
  'الأناضول',
  'فرانس برس',
  'اے ایف پی',
  'اے پی پی',
  'شینہوا',
  'شینخوا',
  'شينخوا',
]

let arabicScript: RegExp | undefined

/** Made at first use: it needs the folding table. */
const arabicScriptNames = (): RegExp => (arabicScript ??= new RegExp(ARABIC_SCRIPT_WORDS.map(plainLetters).join('|'), 'u'))

const OTHER =
  /(?:(?<!\p{L})(?:тасс|интерфакс|риа|газета|агентство|новости|известия|коммерсантъ|zeitung|nachrichten|presse|journal|agence|agencia|prensa|haber|ajansı|gazetesi)(?!\p{L})|חדשות|הארץ|ynet)/iu

/** True where the words could name an outlet. */
export function looksLikeOutlet(name: string): boolean {
  const plain = plainLetters(name.trim())
  return [ENGLISH, KNOWN, CHINESE, arabicScriptNames(), OTHER].some((pattern) => pattern.test(plain))
}

const PARTICLE = /^(?:al|el|bin|ibn|bint|de|da|di|du|del|della|der|den|van|von|ten|ter|la|le|ul|ur|ud|uz|e|y|i|and|&|with)$/u
const CAPITALISED = /^['’]?\p{Lu}[\p{L}\p{M}.'’-]*$/u
const NOT_A_NAME =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the|this|that|early|late|end|noon|night|morning|contrast|far|then|now|some|most|all|its|their|his|her)\b/iu
const OTHER_SCRIPT =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}\p{M}\s\u200c·.、，،'’-]+$/u

/** True where the words could name one person, or several joined by "and". */
export function looksLikePerson(name: string): boolean {
  const words = name.trim().split(/\s+/)
  if (words.length > 8 || name.length > 80) return false
  if (OTHER_SCRIPT.test(name)) return words.length <= 4
  if (NOT_A_NAME.test(name)) return false
  return words.every((word) => CAPITALISED.test(word) || PARTICLE.test(word)) && words.some((word) => CAPITALISED.test(word))
}
