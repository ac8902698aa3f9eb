/** Electron's `WebFrameMain`, for the only frame that talks to main here: a page's top frame. One object per page, so that it can be compared. */
import { strict } from '../lib/strict.ts'
import type { PageContents } from './page-contents.ts'
import { originOf } from './urls.ts'

export class FrameMain {
  readonly routingId = 1
  readonly frameTreeNodeId = 1
  readonly name = ''
  readonly parent = null
  readonly frames: FrameMain[] = []
  readonly detached = false
  readonly visibilityState = 'visible'
  private contents: PageContents

  constructor(contents: PageContents) {
    this.contents = contents
    return strict('WebFrameMain', this)
  }
  get url(): string {
    return this.contents.url
  }
  get origin(): string {
    return originOf(this.contents.url)
  }
  get processId(): number {
    return this.contents.id
  }
  get top(): FrameMain {
    return this
  }
  get framesInSubtree(): FrameMain[] {
    return [this]
  }
  isDestroyed(): boolean {
    return this.contents.isDestroyed()
  }
  send(channel: string, ...args: unknown[]): void {
    this.contents.send(channel, ...args)
  }
}
