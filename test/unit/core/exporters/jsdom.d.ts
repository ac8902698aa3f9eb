/** The part of jsdom, which ships no types, that tests outside its environment use. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html?: string)
    readonly window: Window & typeof globalThis
  }
}
