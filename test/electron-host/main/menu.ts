/** `Menu`: never drawn; a test finds an item and clicks it. */
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';

type Template = Omit<Electron.MenuItemConstructorOptions, 'click' | 'submenu'> & {
  readonly click?: (item: MenuItem, window: BrowserWindow | null, event: object) => void;
  readonly submenu?: readonly Template[] | Menu;
};

/** What an item does by its role alone. */
const ROLES: Readonly<Partial<Record<string, () => void>>> = {
  quit: () => app.quit(),
  close: () => BrowserWindow.getFocusedWindow()?.close(),
  minimize: () => BrowserWindow.getFocusedWindow()?.minimize(),
  reload: () => BrowserWindow.getFocusedWindow()?.webContents.reload(),
  togglefullscreen() {
    const window = BrowserWindow.getFocusedWindow();
    window?.setFullScreen(!window.isFullScreen());
  },
};

export class MenuItem {
  readonly id: string;
  readonly label: string;
  readonly role: string | undefined;
  readonly accelerator: string | undefined;
  readonly type: string;
  readonly submenu: Menu | undefined;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #click: Template['click'];

  constructor({ id, label, role, accelerator, type, submenu, enabled, visible, checked, click }: Template) {
    this.id = id ?? '';
    this.label = label ?? '';
    this.role = role;
    this.accelerator = accelerator?.toString();
    this.type = type ?? (submenu ? 'submenu' : 'normal');
    this.submenu = submenu === undefined || submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu);
    this.enabled = enabled ?? true;
    this.visible = visible ?? true;
    this.checked = checked ?? false;
    this.#click = click;
  }

  click(): void {
    if (!this.enabled) return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    const byRole = ROLES[this.role ?? ''];
    if (byRole) byRole();
    else this.#click?.(this, BrowserWindow.getFocusedWindow(), {});
  }
}

export class Menu {
  static #application: Menu | null = null;

  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly (Template | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  popup(): void {}

  closePopup(): void {}
}
