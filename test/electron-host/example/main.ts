/** A small Electron application that uses what the stand-in has. electron-host.spec.ts says what must come of it. */
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, Menu, protocol, utilityProcess } from 'electron';

const PAGE = `<!doctype html><title>Example</title><input type="file" multiple aria-label="Files"><p id="files"></p>
<script src="/page.js"></script>`;

/** Shows where the files lie that are chosen or dropped. */
const SCRIPT = `
const show = (files) => { document.querySelector('#files').textContent = files.map(example.pathOf).join(' '); };
document.querySelector('input').onchange = (event) => show([...event.target.files]);
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => { event.preventDefault(); show([...event.dataTransfer.files]); });`;

protocol.registerSchemesAsPrivileged([{ scheme: 'example', privileges: { standard: true, secure: true } }]);

void app.whenReady().then(() => {
  protocol.handle('example', ({ url }) =>
    url.endsWith('.js')
      ? new Response(SCRIPT, { headers: { 'content-type': 'text/javascript' } })
      : new Response(PAGE, { headers: { 'content-type': 'text/html' } }),
  );
  ipcMain.handle('echo', (_event, value: unknown) => value);
  ipcMain.handle('who', (event) => event.senderFrame?.url);
  ipcMain.handle('fail', () => {
    throw new Error('It cannot be done.');
  });
  ipcMain.handle('utility', (_event, bytes: Uint8Array) => askUtility(bytes));
  const window = new BrowserWindow({
    show: false,
    webPreferences: { preload: join(import.meta.dirname, 'preload.cjs') },
  });
  window.once('ready-to-show', () => window.show());
  const tell = () => window.webContents.send('news', { at: new Date(0) });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([{ label: 'Tell', submenu: [{ id: 'tell', label: 'News', click: tell }] }]),
  );
  void window.loadURL('example://page/index.html');
});

/** @returns what the process answers, and with what code it ends */
function askUtility(bytes: Uint8Array): Promise<unknown> {
  return new Promise((resolve) => {
    const child = utilityProcess.fork(join(import.meta.dirname, 'utility.ts'));
    let answer: unknown = null;
    child.once('message', (message: unknown) => {
      answer = message;
    });
    child.once('exit', (code) => resolve({ answer, code, pid: child.pid ?? null }));
    child.postMessage(bytes);
  });
}
