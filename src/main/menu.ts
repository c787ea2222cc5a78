import { Menu, type MenuItemConstructorOptions } from 'electron'
import { menuWords as words } from '#contract/menu-words.ts'

/** The menus; pages are opened by telling the page, which knows its own addresses. */
export function setMenu(show: (hash: string) => void): void {
  const page = (
    id: string,
    label: string,
    hash: string,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    id,
    label,
    click: () => show(hash),
    ...(accelerator ? { accelerator } : {}),
  })
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: words.file,
      submenu: [
        page('import', words.import, '#/import', 'CmdOrCtrl+O'),
        { type: 'separator' },
        process.platform === 'darwin' ? { role: 'close' } : { role: 'quit', id: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: words.go,
      submenu: [
        page('today', words.today, '#/', 'CmdOrCtrl+1'),
        page('library', words.library, '#/library', 'CmdOrCtrl+2'),
        page('study', words.study, '#/study', 'CmdOrCtrl+3'),
        page('quiz', words.quiz, '#/quiz', 'CmdOrCtrl+4'),
        page('progress', words.progress, '#/progress', 'CmdOrCtrl+5'),
        page('settings', words.settings, '#/settings', 'CmdOrCtrl+,'),
      ],
    },
    { role: 'viewMenu' },
    { role: 'windowMenu' },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
