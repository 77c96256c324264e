import { ok, strictEqual } from 'node:assert/strict'
import { parseUriTemplate } from '../../../src/sources/csv/uri-template.ts'

const variables = new Map([
  ['var', 'value'],
  ['hello', 'Hello World!'],
  ['path', '/foo/bar'],
  ['x', '1024'],
  ['y', '768'],
  ['empty', ''],
  ['lone', '\ud800'],
])

/** From RFC 6570, section 1.2, and beyond its levels 1 to 3. */
const cases: [string, string][] = [
  ['{var}', 'value'],
  ['{hello}', 'Hello%20World%21'],
  ['{+var}', 'value'],
  ['{+hello}', 'Hello%20World!'],
  ['{+path}/here', '/foo/bar/here'],
  ['X{#var}', 'X#value'],
  ['X{#hello}', 'X#Hello%20World!'],
  ['map?{x,y}', 'map?1024,768'],
  ['{x,hello,y}', '1024,Hello%20World%21,768'],
  ['{+path,x}/here', '/foo/bar,1024/here'],
  ['X{.x,y}', 'X.1024.768'],
  ['{/var,x}/here', '/value/1024/here'],
  ['{;x,y}', ';x=1024;y=768'],
  ['{?x,y}', '?x=1024&y=768'],
  ['?fixed=yes{&x}', '?fixed=yes&x=1024'],
  ['entity/{missing}', 'entity/'],
  ['{missing,x}', '1024'],
  ['O{empty}X', 'OX'],
  ['{lone}', '%EF%BF%BD'],
]

describe('parseUriTemplate', () => {
  for (const [text, expected] of cases) {
    it(`expands ${text} to ${expected}`, () => {
      const template = parseUriTemplate(text)
      ok(template.ok)
      strictEqual(template.value.expand(variables), expected)
    })
  }

  for (const text of ['{', '{}', '{var*}', '{var:3}', 'a b', '{!x}']) {
    it(`refuses ${text}`, () => {
      strictEqual(parseUriTemplate(text).ok, false)
    })
  }
})
