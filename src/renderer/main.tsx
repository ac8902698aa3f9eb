/** Entry of the window: takes the bridge before anything reads the address, then mounts the app. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { sharedBridge } from './lib/transport/bridge.ts'
import { keepHostEvents } from './lib/transport/host.ts'
import './styles/index.css'

keepHostEvents(sharedBridge())
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
