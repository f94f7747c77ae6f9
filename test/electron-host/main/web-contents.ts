/** `webContents`: one page of Chromium, with its preload script, its IPC, and its guard against leaving. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Session } from '../browser/devtools.ts';
import type { FromPage, ToPage } from '../page/preload-world.ts';
import { pageSource, preloadSource } from '../page/sources.ts';
import { createWire } from '../page/wire.ts';
import { app } from './app.ts';
import { browser } from './browser.ts';
import type { BrowserWindow } from './browser-window.ts';
import { emitCancellable } from './cancellable.ts';
import { type IpcEvent, ipcMain } from './ipc-main.ts';
import { applyPermissions } from './permissions.ts';
import { fromChromium, toChromium } from './scheme-address.ts';
import { serveRequest } from './serve-request.ts';
import { session } from './session.ts';
import { windows } from './windows.ts';

const PRELOAD_WORLD = 'Electron Isolated Context';

const wire = createWire();

type OpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' };

export class WebContents extends EventEmitter {
  static #last = 0;

  readonly id = ++WebContents.#last;
  readonly session = session.defaultSession;
  readonly #window: BrowserWindow;
  /** The page, once it is open. */
  readonly #page: Promise<Session>;
  #target = '';
  #url = '';
  /** Address that we are going to ourselves: no page has asked for that. */
  #goingTo: string | null = null;
  #preloadContext: number | null = null;
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  #ended = false;
  #crashed = false;

  constructor(window: BrowserWindow, bounds: Electron.Rectangle, preferences: Electron.WebPreferences) {
    super();
    refuseInsecure(preferences);
    this.#window = window;
    this.#page = this.#open(bounds, preferences.preload);
    this.#page.catch((error: unknown) => this.#ended || console.error(error));
    app.emit('web-contents-created', {}, this);
  }

  /** @internal by the name that Playwright knows the page by */
  static fromDevToolsTargetId(target: string): WebContents | undefined {
    return [...windows].map(({ webContents }) => webContents).find((contents) => contents.#target === target);
  }

  getURL(): string {
    return this.#url;
  }

  isDestroyed(): boolean {
    return this.#ended;
  }

  isCrashed(): boolean {
    return this.#crashed;
  }

  get mainFrame(): IpcEvent['senderFrame'] {
    return { url: this.#url, origin: originOf(this.#url), parent: null };
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  /** @throws Error when the page cannot be loaded */
  async loadURL(url: string): Promise<void> {
    const page = await this.#page;
    const address = toChromium(url);
    await applyPermissions(this, originOf(url));
    this.#goingTo = fromChromium(address);
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve));
    const { errorText } = await page.send('Page.navigate', { url: address });
    if (errorText) throw new Error(`${errorText} loading '${url}'`);
    await loaded;
  }

  reload(): void {
    this.#goingTo = this.#url;
    void this.#page.then((page) => page.send('Page.reload'));
  }

  forcefullyCrashRenderer(): void {
    // Who is gone does not answer.
    void this.#page.then((page) => page.send('Page.crash')).catch(() => undefined);
  }

  /** To a page without a preload script, or none yet, it is lost. */
  send(channel: string, ...args: readonly unknown[]): void {
    const packed = wire.pack(args);
    void this.#page.then(() => this.#deliver({ kind: 'event', channel, args: packed })).catch(() => undefined);
  }

  close(): void {
    this.#window.close();
  }

  /** @internal */
  async end(): Promise<void> {
    this.#ended = true;
    this.emit('destroyed');
    await this.#page.catch(() => undefined);
    await browser()
      .send('Target.closeTarget', { targetId: this.#target })
      .catch(() => undefined);
  }

  /** @internal */
  async resize({ width, height }: Electron.Rectangle): Promise<void> {
    await this.#page;
    const { windowId } = await browser().send('Browser.getWindowForTarget', { targetId: this.#target });
    await browser().send('Browser.setWindowBounds', { windowId, bounds: { width, height } });
  }

  /** @internal */
  async showTheme(source: 'system' | 'light' | 'dark'): Promise<void> {
    const page = await this.#page;
    const value = source === 'system' ? '' : source;
    await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
  }

  async #open({ width, height }: Electron.Rectangle, preload: string | undefined): Promise<Session> {
    const { targetId } = await browser().send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      width,
      height,
    });
    this.#target = targetId;
    const { sessionId } = await browser().send('Target.attachToTarget', { targetId, flatten: true });
    const page = browser().session(sessionId);
    this.#listen(page);
    await Promise.all([page.send('Page.enable'), page.send('Runtime.enable')]);
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: pageSource() });
    if (preload !== undefined) {
      await page.send('Runtime.addBinding', { name: '__electronHostSend', executionContextName: PRELOAD_WORLD });
      await page.send('Page.addScriptToEvaluateOnNewDocument', {
        source: preloadSource(readFileSync(preload, 'utf8')),
        worldName: PRELOAD_WORLD,
      });
    }
    await page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    return page;
  }

  #listen(page: Session): void {
    page.on('Fetch.requestPaused', (paused) => {
      const url = fromChromium(paused.request.url);
      const leaving = paused.resourceType === 'Document' && paused.frameId === this.#target;
      if (leaving && !this.#mayGoTo(url)) void abort(page, paused.requestId);
      else void serveRequest(page, url, paused);
    });
    page.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = context.auxData as { readonly frameId?: string };
      if (context.name === PRELOAD_WORLD && frameId === this.#target) this.#preloadContext = context.id;
    });
    page.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== '__electronHostSend' || executionContextId !== this.#preloadContext) return;
      const message: FromPage = JSON.parse(payload);
      this.#receive(page, message).catch((error: unknown) => this.#ended || console.error(error));
    });
    page.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId) return;
      this.#url = fromChromium(frame.url);
      this.#goingTo = null;
      this.#crashed = false;
      this.emit('did-navigate', {}, this.#url);
    });
    // Nothing here says when the first picture is on the screen; the document is there shortly before.
    page.on('Page.domContentEventFired', () => {
      this.emit('dom-ready', {});
      this.#window.emit('ready-to-show', {});
    });
    page.on('Page.loadEventFired', () => this.emit('did-finish-load', {}));
    page.on('Page.windowOpen', ({ url }) => {
      const address = fromChromium(url);
      if (this.#openHandler({ url: address }).action === 'allow') this.#window.openChild(address);
    });
    page.on('Inspector.targetCrashed', () => {
      this.#crashed = true;
      const details = { reason: 'crashed', exitCode: 1 };
      app.emit('render-process-gone', {}, this, details);
      this.emit('render-process-gone', {}, details);
    });
  }

  #mayGoTo(url: string): boolean {
    return url === this.#goingTo || emitCancellable(this, 'will-navigate', { url, isMainFrame: true }, url);
  }

  async #receive(page: Session, message: FromPage): Promise<void> {
    if (message.kind === 'files') {
      return this.#deliver({ kind: 'paths', id: message.id, paths: await this.#pathsOf(page, message.count) });
    }
    const { channel } = message;
    const event: IpcEvent = { sender: this, senderFrame: this.mainFrame };
    const args = wire.unpack(message.args) as unknown[];
    if (message.kind === 'send') return void ipcMain.emit(channel, event, ...args);
    const { id } = message;
    try {
      await this.#deliver({ kind: 'answer', id, value: wire.pack(await ipcMain.answer(channel, event, args)) });
    } catch (error: unknown) {
      const text = `Error invoking remote method '${channel}': ${error}`;
      await this.#deliver({ kind: 'failure', id, message: text });
    }
  }

  /** Of the files that lie ready in the preload's world. */
  async #pathsOf(page: Session, count: number): Promise<string[]> {
    const paths: string[] = [];
    for (let i = 0; i < count; i++) {
      const { result } = await page.send('Runtime.evaluate', {
        expression: `__electronHostFiles[${i}]`,
        ...this.#inPreload(),
      });
      const { path } = await page.send('DOM.getFileInfo', { objectId: result.objectId ?? '' });
      paths.push(path);
    }
    return paths;
  }

  async #deliver(message: ToPage): Promise<void> {
    if (this.#preloadContext === null || this.#ended) return;
    const page = await this.#page;
    await page.send('Runtime.evaluate', {
      expression: `__electronHostDeliver(${JSON.stringify(message)})`,
      ...this.#inPreload(),
    });
  }

  #inPreload(): { contextId?: number } {
    return this.#preloadContext === null ? {} : { contextId: this.#preloadContext };
  }
}

export const webContents = {
  getAllWebContents: (): WebContents[] => [...windows].map((window) => window.webContents),
  fromDevToolsTargetId: (target: string): WebContents | undefined => WebContents.fromDevToolsTargetId(target),
};

const originOf = (url: string): string => /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/.exec(url)?.[0] ?? 'null';

const abort = (page: Session, requestId: string): Promise<unknown> =>
  page.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(() => undefined);

/** A window that would be insecure in Electron is no window here. */
function refuseInsecure({ sandbox, contextIsolation, nodeIntegration, webSecurity }: Electron.WebPreferences): void {
  if (sandbox === false || contextIsolation === false || nodeIntegration === true || webSecurity === false) {
    throw new Error('The stand-in has secure windows only: sandbox, contextIsolation, webSecurity, no nodeIntegration');
  }
}
