/** The sign that stands for a tag beside its colour: its key in a capital, or, where it has none, the first letter of its name in small. */
export function tagSign({ letter, name }: { letter: string | null; name: string }): string {
  return letter ?? (new Intl.Segmenter().segment(name).containing(0)?.segment ?? '').toLocaleLowerCase()
}
