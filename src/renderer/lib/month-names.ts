/**
 * Names of the months of the Gregorian calendar in the scripts of the region, for dates that are typed as they stand in an article.
 * Folded as names are searched, so spellings of one letter (ی ي, ک ك) are the same. Solar and lunar calendars are not read: their
 * months are other spans of time.
 */
import { foldName } from '../../shared/text/fold.ts'

/** A line a month, January first: Urdu, Persian and Dari, Pashto, Arabic, Arabic of the Levant and Iraq, Hebrew. */
const NAMES = [
  'جنوری ژانویه جنوري يناير كانون_الثاني ינואר',
  'فروری فوریه فبروري فېبروري فبراير شباط פברואר',
  'مارچ مارس مارچ مارس آذار מרץ מרס',
  'اپریل آوریل اپریل أبريل إبريل نيسان אפריל',
  'مئی مه می مۍ مايو أيار מאי',
  'جون ژوئن يونيو يونيه حزيران יוני',
  'جولائی ژوئیه جولای يوليو يوليه تموز יולי',
  'اگست اوت اګست أغسطس آب אוגוסט',
  'ستمبر سپتامبر سپتمبر سېپټمبر سپټمبر سېپتمبر سبتمبر أيلول ספטמבר',
  'اکتوبر اکتبر أكتوبر تشرين_الأول אוקטובר',
  'نومبر نوامبر نوفمبر تشرين_الثاني נובמבר',
  'دسمبر دسامبر ديسمبر ډسمبر كانون_الأول דצמבר',
] as const

let byName: ReadonlyMap<string, number> | undefined

/** Made when a name is first asked for: folding these would hold up every start of the window. */
const monthsByName = (): ReadonlyMap<string, number> =>
  (byName ??= new Map(
    NAMES.flatMap((line, index) => line.split(' ').map((name) => [foldName(name.replace('_', ' ')), index + 1] as const)),
  ))

/** Number of a month by its name in Arabic or Hebrew script, 1 to 12. Hebrew may begin it with ב ("in"). */
export function monthNamed(name: string): number | null {
  const fold = foldName(name)
  const months = monthsByName()
  return months.get(fold) ?? (/^ב./u.test(fold) ? (months.get(fold.slice(1)) ?? null) : null)
}
