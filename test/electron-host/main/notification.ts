/** `Notification`: never drawn. A test that cares takes the place of its `show`, and clicks by its `click` event. */
import { EventEmitter } from 'node:events';

export class Notification
  extends EventEmitter
  implements Pick<Electron.Notification, 'body' | 'close' | 'show' | 'silent' | 'title'>
{
  title: string;
  body: string;
  silent: boolean;

  constructor({ title = '', body = '', silent = false }: Electron.NotificationConstructorOptions = {}) {
    super();
    this.title = title;
    this.body = body;
    this.silent = silent;
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    this.emit('show', {});
  }

  close(): void {
    this.emit('close', {});
  }
}
