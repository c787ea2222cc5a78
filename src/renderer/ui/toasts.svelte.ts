// Primitives of the page: they know no feature. May import svelte, icons, #renderer/i18n and #renderer/context.

export interface Toast {
  readonly id: number
  readonly text: string
  readonly action: { readonly label: string; readonly run: () => void } | null
}

const shownMs = 8000

/** Short messages at the edge of the page, some with an action such as Undo. */
export class Toasts {
  list = $state.raw<readonly Toast[]>([])
  #next = 1

  show(text: string, action: Toast['action'] = null): void {
    const id = this.#next
    this.#next += 1
    this.list = [...this.list.slice(-2), { id, text, action }]
    setTimeout(() => this.dismiss(id), shownMs)
  }

  dismiss(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id)
  }
}
