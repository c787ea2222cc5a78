// The Electron transport: two verbs over one channel, and nothing else of Electron, for the page.
// May import src/contract and electron.

import { contextBridge, ipcRenderer } from 'electron'
import { bridgeName, callChannel, eventChannel, type Bridge } from '#contract/client.ts'

const bridge: Bridge = {
  invoke: (name, input) => ipcRenderer.invoke(callChannel, name, input) as Promise<unknown>, // as: an envelope, opened by the client
  subscribe(hear) {
    const forward = (_: unknown, event: unknown) => hear(event)
    ipcRenderer.on(eventChannel, forward)
    return () => {
      ipcRenderer.off(eventChannel, forward)
    }
  },
}
contextBridge.exposeInMainWorld(bridgeName, bridge)
