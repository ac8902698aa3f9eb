/** Three functions, as Parley's preload has them. */
const { contextBridge, ipcRenderer } = require('electron')

globalThis.leak = 'only in the isolated world'
contextBridge.exposeInMainWorld('fixture', {
  call: (channel, value) => ipcRenderer.invoke(channel, value),
  tell: (value) => ipcRenderer.send('tell', value),
  subscribe: (listener) => {
    const onTold = (_event, value) => listener(value)
    ipcRenderer.on('told', onTold)
    return () => ipcRenderer.off('told', onTold)
  },
})
