// The page: one screen a feature, primitives in ui, words in i18n. Knows the backend only by its contract.
// May import src/contract, src/domain, svelte, icons and fonts.

import './styles/tokens.css'
import './styles/base.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { connect } from './connect.ts'

const target = document.querySelector('[data-app]')
if (target) {
  const connection = await connect()
  mount(App, { target, props: { connection } })
}
