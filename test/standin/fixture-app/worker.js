/** The utility process of the fixture: answers over process.parentPort, and says what it is. */
process.parentPort.on('message', ({ data: { id, message } }) => {
  if (message === 'die') process.exit(7)
  const answer = message === 'who' ? { pid: process.pid, type: process.type, args: process.argv.slice(2) } : { echo: message }
  process.parentPort.postMessage({ id, answer })
})
