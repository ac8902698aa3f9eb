/** Messages at the edge of the window; any code of the renderer may add one. */
import { ToastQueue } from '../ui/toast-queue.ts'

export const toasts = new ToastQueue()
