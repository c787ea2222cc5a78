import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { Backend } from '#backend/ports.ts'
import { callChannel, eventChannel } from '#contract/client.ts'
import { failure, type Envelope } from '#contract/envelope.ts'
import type { AppEvent } from '#contract/events.ts'
import { AppError } from '#domain/errors.ts'
import { isOwnPage } from './page.ts'

/** Only the main frame of our own page in one of our windows may call. */
export const isOwnCaller = (event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>): boolean => {
  const frame = event.senderFrame
  const windows = BrowserWindow.getAllWindows()
  return (
    frame !== null &&
    frame.parent === null &&
    isOwnPage(frame.url) &&
    windows.some((window) => window.webContents.id === event.sender.id)
  )
}

/** Carries the contract over one channel, and events to every window. Returns the function that tells them. */
export function carryContract(backend: Backend): (event: AppEvent) => void {
  const tell = (event: AppEvent) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (!window.webContents.isDestroyed()) window.webContents.send(eventChannel, event)
    }
  }
  backend.subscribe(tell)
  ipcMain.handle(
    callChannel,
    (event, name: unknown, input: unknown): Promise<Envelope> | Envelope => {
      // A refusal that reads like any other answer of ours; nothing of the backend was asked.
      if (!isOwnCaller(event))
        return failure(new AppError('bad_request', { procedure: '', problem: 'sender' }), '')
      return backend.dispatch(name, input)
    },
  )
  return tell
}
