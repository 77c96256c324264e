import { ok, strictEqual } from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { DataFactory, Store } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import { reportToQuads, validateShapes } from '../../src/validate/index.ts'
import { rdf, SHACL } from '../../src/vocabulary.ts'
import { comparedQuads, hasMessages } from './data-shapes/expected-report.ts'
import { listShaclTests, type ShaclTest } from './data-shapes/manifest.ts'

const tests = '../shared/conformance/data-shapes/data-shapes-test-suite/tests'

/** Each known failure with its reason; a test that passes after all fails here, so the list stays true. */
const components = 'shacl-engine has no SPARQL-based constraint components'
const knownFailures: Readonly<Record<string, string>> = {
  'sparql/component/nodeValidator-001': components,
  'sparql/component/optional-001': components,
  'sparql/component/propertyValidator-select-001': components,
  'sparql/component/validator-001': components,
  'sparql/pre-binding/shapesGraph-001': '$shapesGraph (optional in SHACL) is not bound',
  'sparql/pre-binding/unsupported-sparql-006': components,
}

async function passes({ data, shapes, expectsFailure, expected, report }: ShaclTest) {
  const validation = validateShapes(data, shapes, DataFactory)
  if (expectsFailure)
    return validation.then(
      () => false,
      () => true,
    )
  const actual = new Store(reportToQuads(await validation, DataFactory))
  const [node] = actual.getSubjects(rdf.type, `${SHACL}ValidationReport`, null)
  const messages = hasMessages(expected, report)
  return isomorphic(
    comparedQuads(actual, node!, messages),
    comparedQuads(expected, report, messages),
  )
}

describe('the SHACL test suite', () => {
  if (!existsSync(tests)) {
    it('runs', function () {
      this.skip() // ../shared/conformance/data-shapes is not on this machine
    })
    return
  }
  const manifest = new URL('manifest.ttl', `${pathToFileURL(tests).href}/`)
  const listed = [...listShaclTests(manifest)]
  // The suite has this file, but its manifest forgot it.
  const forgotten = [
    ...listShaclTests(new URL('sparql/component/nodeValidator-001.ttl', manifest), manifest),
  ]

  it('has 98 core and 23 SPARQL tests', () => {
    const core = listed.filter(({ name }) => name.startsWith('core/'))
    strictEqual(core.length, 98)
    strictEqual(listed.length + forgotten.length - core.length, 23)
  })

  for (const test of [...listed, ...forgotten]) {
    const reason = knownFailures[test.name]
    if (reason === undefined) {
      it(`passes ${test.name}`, async () => {
        ok(await passes(test))
      })
    } else {
      it(`does not pass ${test.name}: ${reason}`, async () => {
        strictEqual(await passes(test).catch(() => false), false)
      })
    }
  }
})
