/** Electron's `Menu` and `MenuItem`: nothing is drawn, but items can be found, clicked, and reached by their accelerators. */
import { EventEmitter } from 'node:events'
import type { MenuItemConstructorOptions } from 'electron'
import { strict } from '../lib/strict.ts'
import { accelerators, labels, roleMenu, runRole } from './menu-roles.ts'
import { windows } from './state.ts'
import type { BrowserWindow } from './browser-window.ts'

export type ItemOptions = Omit<MenuItemConstructorOptions, 'submenu' | 'click' | 'role'> & {
  role?: string
  submenu?: (ItemOptions | MenuItem)[] | Menu
  click?: (item: MenuItem, window: BrowserWindow | undefined, event: object) => void
}

let lastCommand = 0

export class MenuItem {
  readonly commandId = ++lastCommand
  id: string
  label: string
  sublabel: string
  toolTip: string
  type: string
  role: string | undefined
  accelerator: string | undefined
  registerAccelerator: boolean
  enabled: boolean
  visible: boolean
  checked: boolean
  icon: unknown
  submenu: Menu | null
  menu: Menu | null = null
  private handler: ItemOptions['click']

  constructor(options: ItemOptions) {
    const submenu = options.submenu ?? roleMenu(options.role)
    this.id = options.id ?? ''
    this.role = options.role?.toLowerCase()
    this.label = options.label ?? labels[this.role ?? ''] ?? ''
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.submenu = submenu === undefined ? null : submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu)
    this.type = options.type ?? (this.submenu ? 'submenu' : 'normal')
    this.accelerator = options.accelerator ?? accelerators[this.role ?? '']
    this.registerAccelerator = options.registerAccelerator ?? true
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.icon = options.icon
    this.handler = options.click
    return strict('MenuItem', this)
  }

  /** What a click or the accelerator does: the handler, or what the role stands for. */
  click(event: object = {}, window = [...windows].at(-1)): void {
    if (!this.enabled) return
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.type === 'radio') {
      for (const item of this.menu?.items ?? []) if (item.type === 'radio') item.checked = item === this
    }
    if (this.handler) this.handler(this, window, event)
    else if (this.role !== undefined) runRole(this.role, window)
  }
}

let applicationMenu: Menu | null = null

export class Menu extends EventEmitter {
  items: MenuItem[] = []

  static buildFromTemplate(template: (ItemOptions | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    return menu
  }
  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu
  }
  static getApplicationMenu(): Menu | null {
    return applicationMenu
  }
  static sendActionToFirstResponder(): void {}

  append(item: MenuItem): void {
    this.insert(this.items.length, item)
  }
  insert(position: number, item: MenuItem): void {
    item.menu = this
    this.items.splice(position, 0, item)
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      if (item.id === id) return item
      const inside = item.submenu?.getMenuItemById(id)
      if (inside) return inside
    }
    return null
  }
  popup(options: { callback?: () => void } = {}): void {
    this.emit('menu-will-show', {})
    this.emit('menu-will-close', {})
    options.callback?.()
  }
  closePopup(): void {}
}
