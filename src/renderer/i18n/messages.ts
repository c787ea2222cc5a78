import { createContext } from 'svelte'
import type { en } from './en.ts'

/** The words of a language: every one has all of them. */
export type Messages = typeof en

/** Words for components; App sets them once. */
export const [getMessages, setMessages] = createContext<Messages>()
