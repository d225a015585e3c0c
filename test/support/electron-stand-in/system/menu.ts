import { app } from '../app/app.ts';
import { ApiEmitter } from '../refuse-missing.ts';
import { BrowserWindow } from '../window/browser-window.ts';
import { onAccelerator } from '../window/accelerator-keys.ts';
import { menuRoles } from './menu-roles.ts';

/** What a template may say of an item. */
export interface MenuItemOptions {
  readonly [name: string]: unknown;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly click?: (item: MenuItem, window: BrowserWindow | undefined, event: object) => void;
  readonly submenu?: readonly MenuItemOptions[] | Menu;
}

const itemTypes = ['normal', 'separator', 'submenu', 'checkbox', 'radio', 'header', 'palette'];
let lastCommandId = 0;

/** Electron's `MenuItem`; `click()` does what a person's click does, whatever `enabled` says, as in Electron. */
export class MenuItem {
  readonly commandId: number;
  readonly id: string | undefined;
  readonly type: string;
  readonly role: string | undefined;
  readonly submenu: Menu | undefined;
  readonly accelerator: string | undefined;
  readonly click: (event?: object, window?: BrowserWindow) => void;
  label: string;
  sublabel: string;
  toolTip: string;
  icon: unknown;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  registerAccelerator: boolean;
  menu: Menu | undefined;

  constructor(options: MenuItemOptions) {
    const role = options.role?.toLowerCase();
    const known = role === undefined ? undefined : menuRoles[role];
    if (role !== undefined && known === undefined)
      throw new Error(`the stand-in has no menu role ${role}: add it to test/support/electron-stand-in`);
    const submenu = options.submenu ?? known?.submenu;
    const flag = (name: string, usual: boolean): boolean => {
      const value = options[name];
      return typeof value === 'boolean' ? value : usual;
    };
    const text = (name: string): string => {
      const value = options[name];
      return typeof value === 'string' ? value : '';
    };
    lastCommandId += 1;
    this.commandId = lastCommandId;
    this.role = role;
    this.id = typeof options['id'] === 'string' ? options['id'] : undefined;
    this.submenu =
      submenu === undefined || submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu);
    this.type = options.type ?? (this.submenu === undefined ? 'normal' : 'submenu');
    if (!itemTypes.includes(this.type)) throw new TypeError(`Unknown menu item type: ${this.type}`);
    if (this.type === 'submenu' && this.submenu === undefined) throw new TypeError('Invalid submenu');
    this.label = options.label ?? known?.label ?? '';
    this.accelerator = text('accelerator') === '' ? known?.accelerator : text('accelerator');
    this.sublabel = text('sublabel');
    this.toolTip = text('toolTip');
    this.icon = options['icon'];
    this.enabled = flag('enabled', true);
    this.visible = flag('visible', true);
    this.checked = flag('checked', false);
    this.registerAccelerator = flag('registerAccelerator', true);
    this.click = (event = {}, window = BrowserWindow.getFocusedWindow() ?? undefined) => {
      this.tick();
      if (known?.act !== undefined) known.act(window ?? null);
      else options.click?.(this, window, event);
    };
  }

  private tick(): void {
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.type !== 'radio') return;
    for (const other of this.menu?.radioGroupOf(this) ?? []) other.checked = other === this;
  }
}

/** Electron's `Menu`. */
export class Menu extends ApiEmitter {
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly (MenuItemOptions | MenuItem)[]): Menu {
    const isList: boolean = Array.isArray(template);
    if (!isList) throw new TypeError('Invalid template for Menu: Menu template must be an array');
    const menu = new Menu();
    for (const entry of template) {
      if (!('label' in entry) && !('role' in entry) && entry.type !== 'separator')
        throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
      menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry));
    }
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    if (menu !== null && !(menu instanceof Menu)) throw new TypeError('Invalid menu');
    applicationMenu = menu;
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }

  append(item: MenuItem): void {
    this.insert(this.items.length, item);
  }

  insert(position: number, item: MenuItem): void {
    if (!(item instanceof MenuItem)) throw new TypeError('Invalid item');
    this.items.splice(position, 0, item);
    item.menu = this;
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found !== undefined && found !== null) return found;
    }
    return null;
  }

  popup(options: { readonly callback?: () => void } = {}): void {
    void options;
    if (BrowserWindow.getAllWindows().length === 0)
      throw new Error('Cannot open Menu without a BaseWindow present');
    this.emit('menu-will-show');
  }

  closePopup(): void {
    this.emit('menu-will-close');
  }

  /** Not of Electron's API: the neighbours of a radio item, up to a separator. */
  radioGroupOf(item: MenuItem): readonly MenuItem[] {
    const at = this.items.indexOf(item);
    const isOther = ({ type }: MenuItem): boolean => type === 'separator';
    const start = this.items.slice(0, at).findLastIndex(isOther) + 1;
    const rest = this.items.slice(at).findIndex(isOther);
    return this.items
      .slice(start, rest === -1 ? undefined : at + rest)
      .filter(({ type }) => type === 'radio');
  }
}

let applicationMenu: Menu | null = null;
Object.defineProperty(app, 'applicationMenu', {
  get: () => applicationMenu,
  set: (menu: Menu | null) => {
    Menu.setApplicationMenu(menu);
  },
});

onAccelerator((isPressed, window) => {
  const search = (menu: Menu | null | undefined): MenuItem | null => {
    for (const item of menu?.items ?? []) {
      const found = item.submenu === undefined ? item : search(item.submenu);
      if (
        found?.accelerator !== undefined &&
        found.enabled &&
        found.registerAccelerator &&
        isPressed(found.accelerator)
      )
        return found;
    }
    return null;
  };
  const item = search(applicationMenu);
  // Copy, paste and the like are done by the page itself when their keys are pressed.
  if (item !== null && menuRoles[item.role ?? '']?.byPage !== true)
    item.click({ triggeredByAccelerator: true }, window as BrowserWindow);
});
