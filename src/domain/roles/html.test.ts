import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { htmlToText, readHtml } from './html.ts'

const text = (body: string) => htmlToText(`<html><body><main>${body}</main></body></html>`)

test('items and paragraphs of a cell stay apart', () => {
  expect(
    text(
      '<table><tr><th>Role</th><th>Tasks</th></tr><tr><td>Baker</td><td><ul><li>Feed the starter</li><li>Heat <b>the</b> oven</li></ul></td></tr></table>',
    ),
  ).toContain('| Baker | Feed the starter<br>Heat the oven |')
})

test('cells over several rows and columns are repeated, and the last row of heads names the columns', () => {
  const lines = text(`<table>
    <tr><th rowspan="2">Phase</th><th rowspan="2">Task</th><th colspan="2">Bakehouse</th></tr>
    <tr><th>Baker</th><th>Apprentice</th></tr>
    <tr><td rowspan="2">Night</td><td>Knead</td><td>A</td><td>R</td></tr>
    <tr><td>Bake</td><td>A/R</td><td></td></tr></table>`)
  expect(lines.trim().split('\n')).toEqual([
    '| Phase | Task | Baker | Apprentice |',
    '| --- | --- | --- | --- |',
    '| Night | Knead | A | R |',
    '| Night | Bake | A/R |  |',
  ])
})

test('what is struck out is not read', () => {
  expect(text('<p><s>Bakers sweep.</s> Bakers bake.</p>')).toBe('Bakers bake.\n')
})

test('a cell that claims to span a million columns ends', () => {
  expect(text('<table><tr><td colspan="1000000">x</td></tr></table>').length).toBeLessThan(1000)
})

describe('the main content of a page', () => {
  const role = '<h2>Ward Nurse</h2><ul><li>Clean wounds</li><li>Report to the next shift</li></ul>'

  test('leaves out menus, share boxes, cookie notes, contents and footers', () => {
    const page = `<body><header class="site-header"><nav><a href="/">Home</a></nav></header>
      <div class="cookie-consent">We use cookies</div><div id="toc"><a href="#a">Ward Nurse</a></div>
      <div class="content">${role}<div class="share">Share this</div></div>
      <ul><li><a href="/1">One story</a></li><li><a href="/2">Two stories</a></li><li><a href="/3">More</a></li></ul>
      <aside>Advert</aside><footer>Imprint</footer></body>`
    expect(htmlToText(page)).toBe('## Ward Nurse\n\n- Clean wounds\n- Report to the next shift\n')
  })

  test('keeps a page whose whole body is called after its sidebar, and its heading outside of the content', () => {
    const page = `<body class="has-sidebar"><h1>Who does what</h1><main class="with-sidebar">${role.repeat(3)}</main></body>`
    expect(htmlToText(page)).toContain('# Who does what\n')
    expect(htmlToText(page).match(/## Ward Nurse/g)).toHaveLength(3)
  })

  test('keeps roles that stand beside one another in boxes of different size', () => {
    const page = `<body><div>${role.repeat(9)}</div><div><h2>Clinic Manager</h2><p>Plans shifts.</p></div></body>`
    expect(htmlToText(page)).toContain('## Clinic Manager\n\nPlans shifts.')
  })

  test("reads headings in wrappers, buttons and of the page's own making", () => {
    expect(text('<div class="h"><div><h2>Ward <em>Nurse</em></h2></div></div>')).toBe(
      '## Ward Nurse\n',
    )
    expect(text('<h3><button>Clinic Manager</button></h3><p>Plans.</p>')).toContain(
      '### Clinic Manager',
    )
    expect(text('<div role="heading" aria-level="3">Baker</div>')).toBe('### Baker\n')
    expect(text('<p><strong>Shop Manager</strong></p><p>Plans.</p>')).toContain(
      '**Shop Manager**\n',
    )
    expect(text('<h2>Baker <a class="anchor" href="#b">¶</a></h2>')).toBe('## Baker\n')
  })

  test('reads a table that only lays out the page cell by cell', () => {
    expect(
      text(`<table><tr><td>${role}</td><td><h2>Baker</h2><p>Bakes.</p></td></tr></table>`),
    ).toBe('## Ward Nurse\n\n- Clean wounds\n- Report to the next shift\n\n## Baker\n\nBakes.\n')
  })
})

describe('lists of a page', () => {
  test('keep their nesting, also in wrappers', () => {
    expect(
      text(
        '<ul><li><p>One</p><div><ul><li>Two</li></ul></div></li><li>Three<ol><li>Four</li></ol></li></ul>',
      ),
    ).toBe('- One\n  - Two\n- Three\n  1. Four\n')
  })

  test('made by hand with breaks and signs are lists', () => {
    expect(
      text('<p>The baker:<br>• kneads dough<br>&bull;&nbsp;heats the oven<br/>- sweeps</p>'),
    ).toBe('The baker:\n\n- kneads dough\n- heats the oven\n- sweeps\n')
  })

  test('have titles where a bold or headed line stands above the words', () => {
    expect(
      text(
        '<ul><li><b>Dough</b><br>Knead it</li><li><h4>Oven</h4><p>Heat it</p></li><li><b>Tills:</b> count</li></ul>',
      ),
    ).toBe('- Dough: Knead it\n- Oven: Heat it\n- Tills: count\n')
  })

  test('of definitions are labels, or headings where the terms are roles', () => {
    expect(text('<dl><dt>Dough</dt><dd>Knead it</dd><dt>Oven</dt><dd>Heat it</dd></dl>')).toBe(
      '- Dough: Knead it\n- Oven: Heat it\n',
    )
    expect(
      text(
        '<h2>Roles</h2><dl><dt>Shop Manager</dt><dd>Plans shifts</dd><dd>Counts the till</dd></dl>',
      ),
    ).toBe('## Roles\n\n### Shop Manager\n\n- Plans shifts\n- Counts the till\n')
  })
})

describe('what is left out of a page', () => {
  const codes = (body: string) => readHtml(body).notices.map((notice) => notice.code)

  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a handler', '<p onclick="alert(1)">x</p>'],
    ['an odd handler', '<svg/onload=alert(1)>'],
    ['a script link', '<a href="java\tscript:alert(1)">x</a>'],
    ['an encoded script link', '<a href="&#106;avascript:alert(1)">x</a>'],
    ['a page as data', '<a href="data:text/html,<script>1</script>">x</a>'],
    ['a frame', '<iframe srcdoc="x"></iframe>'],
    ['a refresh', '<meta http-equiv="Refresh" content="0;url=x">'],
  ])('%s is told of', (_, body) => {
    expect(codes(`<p>Text</p>${body}`)).toContain('scripts_dropped')
    expect(readHtml(`<p>Text</p>${body}`).text).not.toContain('alert')
  })

  test.each([
    ['a picture', '<img src="https://example.org/x.png">'],
    ['a picture without scheme', '<img src="//example.org/x.png">'],
    ['a style sheet', '<link rel="stylesheet" href="https://example.org/x.css">'],
    ['a local file', '<img src="file:///etc/passwd">'],
  ])('%s elsewhere is told of', (_, body) => {
    expect(codes(`${body}<p>Text</p>`)).toEqual(['external_dropped'])
  })

  test('plain pages, their links, styles and data are nothing to tell of', () => {
    expect(
      codes(
        '<style>p{}</style><script type="application/ld+json">{}</script><p>Text <a href="https://example.org">link</a><img src="x.png"></p>',
      ),
    ).toEqual([])
  })
})

describe('pages that are made to do harm', () => {
  const within = (ms: number, html: string) => {
    const started = process.cpuUsage()
    const page = readHtml(html)
    const { user } = process.cpuUsage(started)
    expect(user / 1000).toBeLessThan(ms)
    return page
  }

  test.each(['div', 'ul><li', 'table><tr><td', 'blockquote', 'dl><dd', 'details', 'b'])(
    'nested %s end, keep their text and are told of',
    (tag) => {
      const page = within(8000, `${`<${tag}>`.repeat(5000)}the innermost words`)
      expect(page.text).toContain('the innermost words')
      expect(page.notices.map((notice) => notice.code)).toContain('nesting_cut')
    },
  )

  test('a million bullets take time by their number only', () => {
    const page = within(20_000, `<ul>${'<li>a</li>'.repeat(300_000)}</ul>`)
    expect(page.text.split('\n')).toHaveLength(300_001)
  })

  test('whatever the markup, there is text and no exception', () => {
    const piece = fc.constantFrom(
      ...'<div>|</div>|<ul>|<li>|</ul>|<table>|<tr>|<td>|</table>|<dl>|<dt>|<dd>|<b>|</b>|<br>|<p>|<h2>|</h2>|words|<sup>|<pre>|<a href=x>|</a>|<summary>|&amp;'.split(
        '|',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const page = readHtml(pieces.join(''))
        expect(page.text.endsWith('\n')).toBe(true)
      }),
    )
  })
})
