/** The page of the fixture: uses Ctrl/Cmd+K itself, and shows what main tells it. */
window.addEventListener('keydown', (event) => {
  if (event.key === 'k' && (event.ctrlKey || event.metaKey)) event.preventDefault()
})
window.fixture.subscribe((value) => {
  document.getElementById('told').textContent = JSON.stringify(value)
})
