import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { DataFactory, Store } from 'n3'
import {
  buildReport,
  countBySeverity,
  mergeReports,
  predicatePath,
  type Report,
  type Result,
  reportToJson,
  reportToQuads,
  reportToText,
  type Severity,
  severityIris,
} from '../../src/validate/index.ts'
import { rdf, sh, SHACL } from '../../src/validate/terms.ts'

const { blankNode, literal, namedNode } = DataFactory
const base = 'https://site.example/'
const prefixes = { '': `${base}entity/`, wdt: 'http://www.wikidata.org/prop/direct/' }

function result(severity: Severity, node: string, more: Partial<Result> = {}): Result {
  return {
    check: 'shacl',
    severity,
    severityIri: severityIris[severity],
    focusNode: namedNode(`${base}entity/${node}`),
    message: 'Value of "area" is a decimal amount',
    messages: [literal('Value of "area" is a decimal amount', 'en')],
    constraintComponent: `${SHACL}OrConstraintComponent`,
    sourceConstraints: [],
    ...more,
  }
}

const area = result('violation', 'flins', {
  path: predicatePath('http://www.wikidata.org/prop/direct/P2046'),
  value: literal('237 ha'),
  sourceShape: namedNode(`${base}shape/area/direct/kind`),
})
const report = buildReport([
  result('info', 'flins', {
    message: '"Observation" is pending',
    rule: 'pending-term',
    check: 'schema.org',
  }),
  result('warning', 'bursa', { sourceShape: blankNode('b'), value: literal('x', 'fr') }),
  area,
])
const none: Report = { conforms: true, results: [] }

describe('a report', () => {
  it('lists the worst first', () => {
    deepStrictEqual(
      report.results.map(({ severity }) => severity),
      ['violation', 'warning', 'info'],
    )
  })

  it('conforms only without any result', () => {
    strictEqual(report.conforms, false)
    strictEqual(buildReport([]).conforms, true)
    strictEqual(mergeReports([none, none]).conforms, true)
    strictEqual(mergeReports([none, report]).conforms, false)
  })

  it('is counted by severity', () => {
    deepStrictEqual(countBySeverity(report), { violation: 1, warning: 1, info: 1 })
  })
})

describe('reportToText', () => {
  it('groups by node, shortens names, and tells the place in the facts', () => {
    const findOrigin = ({ value }: { value: string }) =>
      value.endsWith('flins') ? { file: 'data/flins.yaml', line: 12, column: 5 } : undefined
    strictEqual(
      reportToText(report, { prefixes, findOrigin }),
      `:flins  data/flins.yaml:12:5
  error: Value of "area" is a decimal amount
    wdt:P2046 "237 ha" [<https://site.example/shape/area/direct/kind>]
  advice: "Observation" is pending [pending-term]

:bursa
  warning: Value of "area" is a decimal amount
    "x"@fr

1 error, 1 warning, 1 piece of advice
`,
    )
  })

  it('marks severities as it is told', () => {
    const text = reportToText(buildReport([area]), {
      mark: (name, severity) => `<${severity}>${name}`,
    })
    strictEqual(text.includes('<violation>error: '), true)
  })

  it('says of a graph without results that it has none', () => {
    strictEqual(reportToText(none), '0 errors, 0 warnings, 0 pieces of advice\n')
  })

  it('writes control characters of values and messages as escapes', () => {
    const hostile = 'a\n\u001b[31mb\u009b'
    const text = reportToText(buildReport([{ ...area, value: literal(hostile), message: hostile }]))
    // eslint-disable-next-line no-control-regex -- they must not be there
    strictEqual(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/.test(text), false)
    strictEqual(text.includes('"a\\n\\u001b[31mb'), true)
  })

  it('cuts long values', () => {
    const text = reportToText(buildReport([{ ...area, value: literal('x'.repeat(100_000)) }]))
    strictEqual(text.length < 1000, true)
  })
})

describe('reportToJson', () => {
  it('conforms where there is nothing but advice', () => {
    const conforms = (severity: 'info' | 'warning') =>
      reportToJson(buildReport([{ ...area, severity }])).conforms
    deepStrictEqual([conforms('info'), conforms('warning')], [true, false])
  })

  it('counts, and writes terms as in SPARQL results', () => {
    const json = reportToJson(buildReport([area]), () => ({ file: 'a.yaml', line: 1, column: 2 }))
    deepStrictEqual(JSON.parse(JSON.stringify(json)), {
      conforms: false,
      violations: 1,
      warnings: 0,
      infos: 0,
      results: [
        {
          severity: 'violation',
          check: 'shacl',
          focusNode: { type: 'uri', value: `${base}entity/flins` },
          path: '<http://www.wikidata.org/prop/direct/P2046>',
          value: {
            type: 'literal',
            value: '237 ha',
            datatype: 'http://www.w3.org/2001/XMLSchema#string',
          },
          message: 'Value of "area" is a decimal amount',
          sourceShape: `${base}shape/area/direct/kind`,
          constraintComponent: `${SHACL}OrConstraintComponent`,
          origin: { file: 'a.yaml', line: 1, column: 2 },
        },
      ],
    })
  })
})

describe('reportToQuads', () => {
  it('is one validation report with its results', () => {
    const store = new Store(reportToQuads(report, DataFactory))
    strictEqual(store.countQuads(null, rdf.type, sh.ValidationReport, null), 1)
    strictEqual(store.countQuads(null, sh.result, null, null), 3)
    strictEqual(store.getObjects(null, sh.conforms, null)[0]?.value, 'false')
    deepStrictEqual(
      store.getObjects(null, sh.resultSeverity, null).map(({ value }) => value),
      [sh.Violation, sh.Warning, sh.Info],
    )
  })
})
