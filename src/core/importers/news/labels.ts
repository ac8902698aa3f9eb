/**
 * The labels under which news databases put what belongs to an article ("BYLINE: …", "Länge: 355 Wörter"), in the languages their screens
 * have. A label stands at the beginning of a line with a colon behind it.
 */
import { foldText } from '../../../shared/text/fold.ts'

/** Detail (`import.detail.<name>` in the locale) or field by label. */
const LABELS: Readonly<Record<string, string>> = {
  byline: 'byline|autor|autoren|verfasser|auteur|auteurs|autores|autore|auteur(s)|byline(s)|firma|автор|作者',
  section: 'section|rubrik|ressort|rubrique|seccion|secao|sezione|sectie|раздел|版面',
  length: 'length|lange|longueur|longitud|comprimento|lunghezza|lengte|extension|длина|长度',
  dateline: 'dateline|ort und datum|lieu|data y lugar|datelinea',
  highlight: 'highlight|highlights|summary|zusammenfassung|resume|resumen|destaque|kernpunkte',
  loadDate: 'load date|ladedatum|date de chargement|fecha de carga|data de carregamento|data di caricamento|laaddatum|дата загрузки',
  language: 'language|sprache|langue|idioma|lingua|taal|язык|语言',
  publicationType:
    'publication type|publikationstyp|veroffentlichungstyp|type de publication|tipo de publicacion|tipo de publicacao|tipo di pubblicazione|publicatietype|pub type',
  journalCode: 'journal code|zeitschriftencode|code du journal|codigo de la revista|codigo do jornal|codice rivista',
  graphic: 'graphic|graphics|grafik|bild|graphique|graphisme|grafico|illustration|afbeelding',
  subject: 'subject|subjects|thema|schlagworter|sujet|sujets|tema|temas|assunto|soggetto|onderwerp|тема|主题',
  organization: 'organization|organisation|organizations|organizacion|organizacao|organizzazione|организация',
  person: 'person|people|personen|personne|personnes|persona|personas|pessoa|persoon|персона',
  geographic: 'geographic|geographisch|geographie|geografisch|geografie|geographique|geografico|geografia|geographic region',
  place: 'country|city|state|land|stadt|bundesland|pays|ville|pais|ciudad|paese|citta|cidade|stad',
  company: 'company|firma unternehmen|unternehmen|societe|entreprise|empresa|societa|bedrijf|компания',
  ticker: 'ticker|borsenkurzel|symbole',
  industry: 'industry|industries|branche|secteur|industrie|industria|sector|setor|settore',
  edition: 'edition|ausgabe|edicion|edicao|edizione|editie',
  correction: 'correction|correction date|berichtigung|korrektur|rectification|correccion|correzione',
  type: 'type|doc type|document type|dokumenttyp|type de document|tipo de documento',
  series: 'series|serie|reihe|serien',
  notes: 'notes|note|anmerkungen|notas|distribution|memo|update',
  category: 'category|kategorie|categorie|categoria',
  url: 'url|link|web address',
  copyright: 'copyright',
}

let known: ReadonlyMap<string, string> | undefined

function labels(): ReadonlyMap<string, string> {
  if (known) return known
  const made = new Map<string, string>()
  for (const [detail, names] of Object.entries(LABELS))
    for (const name of names.split('|')) if (!made.has(name)) made.set(foldText(name), detail)
  known = made
  return made
}

export interface Labelled {
  /** What the label means. */
  readonly name: string
  readonly value: string
  /** The label is in capitals, as older exports have it. */
  readonly isCapital: boolean
}

const LABEL = /^\s*(\p{L}[\p{L}\p{M}() -]{2,34}?)[\s\u00a0]*[:：][\s\u00a0]*(.*)$/su

/** The label at the beginning of a paragraph and what stands behind it, or null. */
export function labelled(paragraph: string): Labelled | null {
  const match = LABEL.exec(paragraph)
  const written = match?.[1]
  if (written === undefined) return null
  const name = labels().get(foldText(written.replace(/-/g, ' ')).trim())
  return name === undefined ? null : { name, value: (match?.[2] ?? '').trim(), isCapital: written === written.toUpperCase() }
}

/** Labels that stand before a text. */
const LEADING = new Set(['byline', 'section', 'length', 'dateline', 'highlight', 'series', 'edition'])

export const isLeading = (label: Labelled): boolean => LEADING.has(label.name)
