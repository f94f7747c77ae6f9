/** `BrowserWindow`: a window of Chromium, with the state that a window manager would keep. */
import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { emitCancellable } from './cancellable.ts';
import { WebContents } from './web-contents.ts';
import { windows } from './windows.ts';

type Size = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

export class BrowserWindow
  extends EventEmitter
  implements
    Pick<
      Electron.BrowserWindow,
      | 'blur'
      | 'close'
      | 'destroy'
      | 'focus'
      | 'getBounds'
      | 'getNormalBounds'
      | 'getTitle'
      | 'hide'
      | 'id'
      | 'isDestroyed'
      | 'isFocused'
      | 'isFullScreen'
      | 'isMaximized'
      | 'isMinimized'
      | 'isVisible'
      | 'loadURL'
      | 'maximize'
      | 'minimize'
      | 'restore'
      | 'setBounds'
      | 'setFullScreen'
      | 'setProgressBar'
      | 'setTitle'
      | 'show'
      | 'unmaximize'
    >
{
  static #last = 0;
  static #focused: BrowserWindow | null = null;

  readonly id = ++BrowserWindow.#last;
  readonly webContents: WebContents;
  #visible: boolean;
  #title: string;
  #bounds: Electron.Rectangle;
  #size: Size = 'normal';

  constructor({
    x,
    y,
    width,
    height,
    show,
    title,
    webPreferences = {},
  }: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    this.#visible = show !== false;
    this.#title = title ?? app.name;
    this.#bounds = { x: x ?? 0, y: y ?? 0, width: width ?? 800, height: height ?? 600 };
    windows.add(this);
    this.webContents = new WebContents(this, this.#bounds, webPreferences);
    app.emit('browser-window-created', {}, this);
    if (this.#visible) this.focus();
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.#focused;
  }

  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.id === id) ?? null;
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  /** @internal for window.open, when the application allows it; whoever opened it sees nothing of it */
  openChild(url: string): void {
    void new BrowserWindow().loadURL(url).catch(() => undefined);
  }

  show(): void {
    if (!this.#visible) {
      this.#visible = true;
      this.emit('show');
    }
    this.focus();
  }

  hide(): void {
    this.#visible = false;
    this.emit('hide');
    this.blur();
  }

  isVisible(): boolean {
    return this.#visible;
  }

  focus(): void {
    if (BrowserWindow.#focused === this) return;
    BrowserWindow.#focused?.blur();
    BrowserWindow.#focused = this;
    this.emit('focus', {});
    app.emit('browser-window-focus', {}, this);
  }

  blur(): void {
    if (BrowserWindow.#focused !== this) return;
    BrowserWindow.#focused = null;
    this.emit('blur', {});
    app.emit('browser-window-blur', {}, this);
  }

  isFocused(): boolean {
    return BrowserWindow.#focused === this;
  }

  close(): void {
    if (this.isDestroyed()) return;
    if (emitCancellable(this, 'close', {})) this.destroy();
    else app.closeRefused();
  }

  destroy(): void {
    if (!windows.delete(this)) return;
    this.blur();
    void this.webContents.end();
    this.emit('closed');
    if (windows.size === 0) app.lastWindowClosed();
  }

  isDestroyed(): boolean {
    return !windows.has(this);
  }

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }

  getNormalBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    const { x, y, width, height } = this.#bounds;
    this.#bounds = { ...this.#bounds, ...bounds };
    if (this.#bounds.width !== width || this.#bounds.height !== height) {
      void this.webContents.resize(this.#bounds);
      this.emit('resize');
    }
    if (this.#bounds.x !== x || this.#bounds.y !== y) this.emit('move');
  }

  /** Shows the window as well, without the focus. */
  maximize(): void {
    if (!this.#visible) {
      this.#visible = true;
      this.emit('show');
    }
    this.#resize('maximized', 'maximize');
  }

  unmaximize(): void {
    if (this.isMaximized()) this.#resize('normal', 'unmaximize');
  }

  minimize(): void {
    this.#resize('minimized', 'minimize');
    this.blur();
  }

  restore(): void {
    this.#resize('normal', 'restore');
  }

  setFullScreen(full: boolean): void {
    this.#resize(full ? 'fullscreen' : 'normal', full ? 'enter-full-screen' : 'leave-full-screen');
  }

  isMaximized(): boolean {
    return this.#size === 'maximized';
  }

  isMinimized(): boolean {
    return this.#size === 'minimized';
  }

  isFullScreen(): boolean {
    return this.#size === 'fullscreen';
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  /** There is no taskbar here. */
  setProgressBar(): void {}

  #resize(size: Size, event: string): void {
    if (this.#size === size) return;
    this.#size = size;
    this.emit(event);
  }
}
