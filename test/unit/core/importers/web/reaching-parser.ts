/** A watched parser in which something does reach out with every file, to show that it is noticed. */
import { parentPort } from 'node:worker_threads'
import './watched-parser.ts'

parentPort?.on('message', () => void fetch('http://127.0.0.1:9/'))
