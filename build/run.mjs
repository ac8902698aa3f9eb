/**
 * The one way into every npm script: `node build/run.mjs <command> [arguments]`.
 *
 * Written in JavaScript that a very old Node can parse, because its first job is to refuse such a Node with one sentence
 * (the SQLite binding ends with a segmentation fault there). Everything else is TypeScript in build/scripts/<command>.ts,
 * each exporting `run(args): Promise<number>`; the number is the exit code.
 */
const commands = 'start sample dev build test types lint boundaries vitest e2e bench pictures parley electron-install'.split(' ')
const needed = [22, 18]

const version = process.versions.node.split('.').map(Number)
const command = process.argv[2]

if (version[0] < needed[0] || (version[0] === needed[0] && version[1] < needed[1])) {
  fail(
    'Parley needs Node ' +
      needed.join('.') +
      ' or newer and this is Node ' +
      process.versions.node +
      ': start it through npm ("npm start"; after "npm ci" that uses the Node installed with it on Linux and Windows),' +
      ' or install Node 24 from https://nodejs.org.',
  )
} else if (commands.indexOf(command) < 0) {
  fail(
    (command ? 'There is no command "' + command + '"' : 'Say which command to run') + '; the commands are: ' + commands.join(', ') + '.',
  )
} else {
  import('./scripts/' + command + '.ts')
    .then(function (script) {
      return script.run(process.argv.slice(3))
    })
    .then(function (code) {
      process.exitCode = code
    })
    .catch(function (error) {
      if (process.env.PARLEY_DEBUG) console.error(error)
      fail('npm run ' + command + ' could not go on: ' + oneLine(error))
    })
}

/** The first line of an error's message, closed with a full stop. */
function oneLine(error) {
  const line = String((error && error.message) || error)
    .split('\n')[0]
    .trim()
  return /[.!?]$/.test(line) ? line : line + '.'
}

function fail(sentence) {
  console.error(sentence)
  process.exitCode = 1
}
