/**
 * The selection in offsets of the text: an anchor that stays and a focus that moves; the focus is the caret. It follows the
 * browser's selection while that is in the text, and survives when it goes elsewhere (into a form), so that the passage one is
 * about to code is not lost.
 */
import type { Span } from '../../../shared/text/span.ts'
import type { TextDom } from './text-dom.ts'

export class TextSelection {
  anchor = 0
  focus = 0
  readonly #dom: TextDom

  constructor(dom: TextDom) {
    this.#dom = dom
    this.anchor = this.focus = dom.clamp(0)
  }

  /** The selected stretch as it stands, or null if there is only a caret. */
  get span(): Span | null {
    if (this.anchor === this.focus) return null
    return { start: Math.min(this.anchor, this.focus), end: Math.max(this.anchor, this.focus) }
  }

  /** True while the browser's selection is in the text. */
  get isNative(): boolean {
    const selection = document.getSelection()
    return selection !== null && selection.rangeCount > 0 && this.#nativeOffsets(selection) !== null
  }

  /** Takes over the browser's selection. False if it is elsewhere or says the same. */
  adopt(): boolean {
    const selection = document.getSelection()
    const offsets = selection === null ? null : this.#nativeOffsets(selection)
    if (offsets === null || (offsets.anchor === this.anchor && offsets.focus === this.focus)) return false
    this.anchor = offsets.anchor
    this.focus = offsets.focus
    return true
  }

  /** Selects from `anchor` to `focus`, in the browser too. */
  set(anchor: number, focus: number): void {
    this.anchor = this.#dom.clamp(anchor)
    this.focus = this.#dom.clamp(focus)
    this.restore()
  }

  /** Gives the browser the selection back if it has another one. */
  restore(): void {
    const selection = document.getSelection()
    const anchor = this.#dom.pointOf(this.anchor)
    const focus = this.#dom.pointOf(this.focus)
    if (selection === null || anchor === null || focus === null) return
    const same = anchor.node === selection.anchorNode && anchor.offset === selection.anchorOffset
    if (same && focus.node === selection.focusNode && focus.offset === selection.focusOffset) return
    selection.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset)
  }

  /** Offsets of the browser's selection if one end of it is in the text; an end outside counts as the text's end on that side. */
  #nativeOffsets(selection: Selection): { anchor: number; focus: number } | null {
    const { anchorNode, focusNode } = selection
    if (anchorNode === null || focusNode === null) return null
    const anchor = this.#dom.offsetOf(anchorNode, selection.anchorOffset)
    const focus = this.#dom.offsetOf(focusNode, selection.focusOffset)
    if (anchor === null && focus === null) return null
    return { anchor: anchor ?? this.#outside(anchorNode), focus: focus ?? this.#outside(focusNode) }
  }

  #outside(node: Node): number {
    const before = (this.#dom.article.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
    return before ? 0 : this.#dom.text.length
  }
}
