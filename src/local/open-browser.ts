import { spawn } from 'node:child_process'

/** Opens a link in the user's browser where there is a screen; a missing opener is no error, the link is printed. */
export function openBrowser(url: string, env: NodeJS.ProcessEnv): void {
  const isHeadless = process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY
  if (isHeadless) return
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', url]
        : ['xdg-open', url]
  spawn(command ?? '', args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
