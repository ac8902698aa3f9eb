/** What every new library starts with: the built-in tags, from resources/codebooks/default.json. Not a step: there is nothing before it to go back to. */
import defaults from '../../resources/codebooks/default.json' with { type: 'json' }
import type { LibraryFile } from './store/library-file.ts'

export function seedCodebook(library: LibraryFile, uid: () => string): void {
  library.setUp((db) => {
    defaults.tags.forEach((tag, index) => {
      db.run(
        `INSERT INTO tag(uid, code, name, letter, hue, definition, use_when, use_not, shows, built_in, position)
         VALUES (@uid, @code, @name, @letter, @hue, @definition, @useWhen, @useNot, @shows, @builtIn, @position)`,
        {
          uid: uid(),
          code: tag.code,
          name: tag.path.at(-1) ?? '',
          letter: tag.letter,
          hue: tag.hue,
          definition: tag.definition,
          useWhen: tag.useWhen,
          useNot: tag.useNot,
          shows: JSON.stringify(tag.shows),
          builtIn: tag.builtIn ? 1 : 0,
          position: index + 1,
        },
      )
    })
  })
}
