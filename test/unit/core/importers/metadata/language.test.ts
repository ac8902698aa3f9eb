import { expect, it } from 'vitest'
import { directionOf, recogniseLanguage } from '../../../../../src/core/importers/metadata/language.ts'

it.each([
  ['The delegations returned to the table on Wednesday.', 'en', 'ltr'],
  ['Les délégations sont revenues à la table des négociations.', 'fr', 'ltr'],
  ['Die Delegationen kehrten am Mittwoch an den Tisch zurück.', 'de', 'ltr'],
  ['Heyetler çarşamba günü müzakere masasına geri döndü.', 'tr', 'ltr'],
  ['Делегации вернулись за стол переговоров в среду.', 'ru', 'ltr'],
  ['Делегації повернулися за стіл переговорів у середу.', 'uk', 'ltr'],
  ['Ҳайатҳо рӯзи чоршанбе ба гуфтугӯ баргаштанд.', 'tg', 'ltr'],
  ['وفود بدھ کو مذاکرات کی میز پر واپس آئے۔', 'ur', 'rtl'],
  ['هیأت‌ها روز چهارشنبه به میز گفتگو بازگشتند.', 'fa', 'rtl'],
  ['هيأت ها روز چهارشنبه به ميز گفتگو بازگشتند.', 'fa', 'rtl'],
  ['پلاوي د چهارشنبې په ورځ د خبرو مېز ته راستانه شول.', 'ps', 'rtl'],
  ['عادت الوفود يوم الأربعاء إلى طاولة المفاوضات.', 'ar', 'rtl'],
  ['המשלחות חזרו לשולחן הדיונים ביום רביעי.', 'he', 'rtl'],
  ['代表团周三重返谈判桌。', 'zh', 'ltr'],
  ['代表団は水曜日に交渉の席に戻った。', 'ja', 'ltr'],
  ['대표단은 수요일 협상 테이블로 돌아왔다.', 'ko', 'ltr'],
  ['คณะผู้แทนกลับมาที่โต๊ะเจรจาในวันพุธ', 'th', 'ltr'],
  ['प्रतिनिधिमंडल बुधवार को बातचीत की मेज पर लौटे।', 'hi', 'ltr'],
  ['المفاوضات مستمرة', 'ar', 'rtl'],
  ['да', 'ru', 'ltr'],
])('names the language of %j', async (text, language, direction) => {
  expect(await recogniseLanguage(text)).toBe(language)
  expect(directionOf(language, text)).toBe(direction)
})

it.each(['OK', '12:30 — 14:00', '', '😀 😀'])('does not guess the language of %j', async (text) => {
  expect(await recogniseLanguage(text)).toBeNull()
})

it('goes by most of the text, not by its byline', async () => {
  const text = `By Ayesha Rahman, Frontier Times, Islamabad\n${'وفود بدھ کو مذاکرات کی میز پر واپس آئے۔ '.repeat(3)}`
  expect(await recogniseLanguage(text)).toBe('ur')
  expect(directionOf('ur', text)).toBe('rtl')
})

it('goes by the first strong character where the language is unknown', () => {
  expect(directionOf(null, '12 سلام')).toBe('rtl')
  expect(directionOf(null, '12')).toBe('ltr')
})
