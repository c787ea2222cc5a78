import { describe, expect, test } from 'vitest'
import { judge, type Request } from './guard.ts'

const secrets = { port: 4000, cookieName: 'remit-x', cookieValue: 'cookie', session: 'session' }
const host = '127.0.0.1:4000'
const page: Request = {
  method: 'GET',
  path: '/',
  hosts: [host],
  origins: [],
  fetchSite: undefined,
  fetchDest: undefined,
  contentType: undefined,
  cookie: undefined,
  session: undefined,
}
const call: Request = {
  ...page,
  method: 'POST',
  path: '/api/getHome',
  origins: [`http://${host}`],
  fetchSite: 'same-origin',
  contentType: 'application/json',
  cookie: 'other=1; remit-x=cookie',
  session: 'session',
}
const statusOf = (request: Request) => {
  const verdict = judge(request, secrets)
  return 'status' in verdict ? verdict.status : verdict.pass
}

describe('the guard', () => {
  test.each<[string, Request, string | number]>([
    ['the page for anybody', page, 'page'],
    ['the page by its other name', { ...page, hosts: ['localhost:4000'] }, 'page'],
    ['a navigation from another site to the page', { ...page, fetchSite: 'cross-site' }, 'page'],
    ['a call of our page', call, 'api'],
    [
      'events of our page',
      { ...call, method: 'GET', path: '/events', contentType: undefined },
      'events',
    ],
    ['a sign-in', { ...call, path: '/auth', cookie: undefined, session: undefined }, 'auth'],
    [
      'another start of Remit',
      { ...call, path: '/link', origins: [], fetchSite: undefined },
      'link',
    ],

    ['no host', { ...page, hosts: [] }, 421],
    ['two hosts', { ...page, hosts: [host, host] }, 421],
    ['a host that begins like ours', { ...page, hosts: ['127.0.0.1:4000.evil.test'] }, 421],
    ['another port', { ...page, hosts: ['127.0.0.1:4001'] }, 421],
    ['a rebound name', { ...page, hosts: ['evil.test:4000'] }, 421],
    ['OPTIONS', { ...call, method: 'OPTIONS' }, 405],
    ['PUT', { ...call, method: 'PUT' }, 405],
    ['GET on the API', { ...call, method: 'GET' }, 405],
    ['another origin', { ...call, origins: ['http://evil.test'] }, 403],
    ['no origin on a POST', { ...call, origins: [] }, 403],
    ['the null origin', { ...call, origins: ['null'] }, 403],
    ['https of our host', { ...call, origins: [`https://${host}`] }, 403],
    ['a call from another site', { ...call, fetchSite: 'cross-site' }, 403],
    ['a call from the same site, another port', { ...call, fetchSite: 'same-site' }, 403],
    ['a frame around the page', { ...page, fetchDest: 'iframe' }, 403],
    ['a form', { ...call, contentType: 'application/x-www-form-urlencoded' }, 415],
    ['text', { ...call, contentType: 'text/plain' }, 415],
    ['no cookie', { ...call, cookie: undefined }, 401],
    ['the cookie of another start', { ...call, cookie: 'remit-x=old' }, 401],
    ['no secret', { ...call, session: undefined }, 401],
    ['a part of the secret', { ...call, session: 'sess' }, 401],
    [
      'events without the secret',
      { ...call, method: 'GET', path: '/events', session: undefined },
      401,
    ],
    ['a browser asking for a link', { ...call, path: '/link' }, 403],
    ['an unknown path', { ...call, path: '/admin' }, 404],
  ])('answers %s', (_, request, expected) => {
    expect(statusOf(request)).toBe(expected)
  })
})
