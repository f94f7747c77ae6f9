const { contextBridge, ipcRenderer, webUtils } = require('electron');

contextBridge.exposeInMainWorld('example', {
  invoke: (channel, value) => ipcRenderer.invoke(channel, value),
  pathOf: (file) => webUtils.getPathForFile(file),
  onNews(listener) {
    const receive = (_event, news) => listener(news);
    ipcRenderer.on('news', receive);
    return () => ipcRenderer.off('news', receive);
  },
  fails() {
    throw new Error('The preload script says no.');
  },
  version: 1,
  nested: { list: [1, 2] },
});
