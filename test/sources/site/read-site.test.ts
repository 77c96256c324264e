import { deepStrictEqual, ok, rejects, strictEqual } from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readSite } from '../../../src/sources/index.ts'
import { limitNames } from '../../../src/sources/site/site-limits.ts'
import { packageOntology } from '../../support/package-ontology.ts'

type Files = Readonly<Record<string, string>>

const usine = 'base: https://site.example/\n'
const ontology: Files = Object.fromEntries(packageOntology().map(({ file, text }) => [file, text]))

describe('readSite', () => {
  let directory: string

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'usine-site-'))
  })

  afterEach(() => rm(directory, { recursive: true }))

  async function read(files: Files) {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(directory, name)), { recursive: true })
      await writeFile(join(directory, name), text)
    }
    return readSite(directory)
  }

  const problemsOf = async (files: Files): Promise<string[]> => {
    const { problems } = await read(files)
    return problems.map(
      ({ origin, message }) => `${origin.file}:${origin.line}:${origin.column}: ${message}`,
    )
  }

  it('reads entities of all files, sorted, each with the file it came from', async () => {
    const { site, problems } = await read({
      'usine.yaml': usine,
      ...ontology,
      'data/b.yaml': 'mill: { label: { en: Mill } }',
      'data/sub/a.yaml': 'acme: { label: { en: Acme } }',
    })
    deepStrictEqual(problems, [])
    deepStrictEqual(
      site?.entities.map(({ iri, origin }) => [iri, origin?.file]),
      [
        ['https://site.example/entity/acme', 'data/sub/a.yaml'],
        ['https://site.example/entity/mill', 'data/b.yaml'],
      ],
    )
  })

  it('lets a fact in one file point to an entity in another', async () => {
    const { site, problems } = await read({
      'usine.yaml': usine,
      ...ontology,
      'data/a.yaml': 'mill: { statements: [ { ownedBy: acme } ] }',
      'data/b.yaml': 'acme: { type: business }',
    })
    deepStrictEqual(problems, [])
    strictEqual(site?.entities.find(({ id }) => id === 'mill')?.statements.length, 1)
  })

  it('gives defaults for what usine.yaml leaves out', async () => {
    const { site } = await read({ 'usine.yaml': usine, ...ontology })
    const { license, languages, limits } = site?.config ?? {}
    strictEqual(license, 'https://creativecommons.org/publicdomain/zero/1.0/')
    deepStrictEqual(languages, ['en'])
    deepStrictEqual(limits, { queryTimeout: 60, queryResults: 1_000_000 })
  })

  it('takes every limit that it knows', async () => {
    const given = Object.fromEntries(limitNames.map((name, index) => [name, index + 1]))
    const text = `${usine}limits: ${JSON.stringify(given)}\n`
    const { site, problems } = await read({ 'usine.yaml': text, ...ontology })
    deepStrictEqual(problems, [])
    deepStrictEqual(site?.config.limits, given)
  })

  it('takes names of hosts that queries may reach, and nothing else', async () => {
    const allow = 'allow: [query.wikidata.org, SPARQL.example.org:8080]\n'
    const { site } = await read({ 'usine.yaml': usine + allow, ...ontology })
    deepStrictEqual(site?.config.allow, ['query.wikidata.org', 'sparql.example.org:8080'])
    for (const host of ['https://query.wikidata.org/', 'localhost', '127.0.0.1', '*', 'a.b:0']) {
      const files = { 'usine.yaml': `${usine}allow: ["${host}"]\n`, ...ontology }
      deepStrictEqual(await problemsOf(files), [
        `usine.yaml:2:9: Expected names of hosts, such as query.wikidata.org, without scheme and path, found "${host}"`,
      ])
    }
  })

  it('names the digest of every file it read', async () => {
    const { site } = await read({ 'usine.yaml': usine, ...ontology, 'data/a.yaml': 'acme: {}' })
    const names = site?.files.map(({ name }) => name) ?? []
    deepStrictEqual(names, ['usine.yaml', ...Object.keys(ontology).sort(), 'data/a.yaml'])
    ok(site?.files.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256)))
  })

  it('reports the problems of all files together, in the order of their places', async () => {
    deepStrictEqual(
      await problemsOf({
        'usine.yaml': `${usine}licence: x\n`,
        ...ontology,
        'data/a.yaml': 'mill: { statements: [ { emploees: 12 } ] }',
        'data/b.yaml': 'acme: { typ: business }',
      }),
      [
        'data/a.yaml:1:25: Unknown property "emploees" - did you mean "employees"?',
        'data/b.yaml:1:9: Unknown key "typ" of an entity - did you mean "type"?; known: type, label, alias, description, sameAs, from, document, statements',
        'usine.yaml:2:1: Unknown key "licence" - did you mean "license"?; known: base, title, description, publisher, license, languages, defaultEntity, limits, allow, redirects, gone',
      ],
    )
  })

  it('reports an ontology that is not Turtle with the other problems', async () => {
    deepStrictEqual(
      await problemsOf({ 'usine.yaml': `${usine}limits: 3\n`, 'ontology/x.ttl': '<a> <b> ;' }),
      [
        'ontology/x.ttl:1:1: Expected entity but got ;',
        'usine.yaml:2:9: Expected a map of limits, found a text',
      ],
    )
  })

  it('refuses a folder without usine.yaml, and says how to get one', async () => {
    await rejects(readSite(directory), {
      code: 'ERR_SITE_NOT_FOUND',
      message: `No site in ${directory}: it has no usine.yaml. "usine init ${directory}" makes one`,
    })
  })

  it('leaves out files whose name begins with a dot', async () => {
    const { site } = await read({ 'usine.yaml': usine, ...ontology, 'data/.a.yaml.swp': '\0' })
    deepStrictEqual(site?.entities, [])
  })

  const wrong: [string, string, string][] = [
    [
      'no base',
      'title: { en: x }',
      'usine.yaml:1:1: The base IRI is missing, such as base: https://example.org/',
    ],
    [
      'a relative base',
      'base: site/',
      'usine.yaml:1:7: Expected the base IRI of the site, an absolute http or https IRI, found "site/"',
    ],
    [
      'a base with a space',
      'base: "https://a b/"',
      'usine.yaml:1:7: Expected the base IRI of the site, an absolute http or https IRI, found "https://a b/"',
    ],
    [
      'a base without a slash',
      'base: https://site.example/x',
      'usine.yaml:1:7: The base IRI "https://site.example/x" does not end with a slash: write https://site.example/x/',
    ],
    [
      'a list for a base',
      'base: [a]',
      'usine.yaml:1:7: Expected the base IRI of the site, found a list',
    ],
    [
      'an unknown language',
      `${usine}languages: [english]`,
      'usine.yaml:2:13: "english" is not a language tag; expected one such as en, fr or mul',
    ],
    [
      'a limit that is no number',
      `${usine}limits: { queryTimeout: soon }`,
      'usine.yaml:2:25: Expected queryTimeout as a whole number above 0, found "soon"',
    ],
    [
      'a publisher without a name',
      `${usine}publisher: { url: "https://a.example/" }`,
      'usine.yaml:2:12: The publisher needs a name',
    ],
    [
      'a default entity that is not there',
      `${usine}defaultEntity: flinss`,
      'usine.yaml:1:1: The default entity "flinss" is not in the facts',
    ],
    [
      'a key twice',
      `${usine}base: https://b.example/`,
      'usine.yaml:2:1: The key "base" is here twice, first in line 1',
    ],
  ]
  for (const [name, text, message] of wrong) {
    it(`reports ${name} in usine.yaml`, async () => {
      deepStrictEqual(await problemsOf({ 'usine.yaml': text, ...ontology }), [message])
    })
  }
})
