import { mkdirSync, writeFileSync } from 'node:fs'
import type { Quad } from '@rdfjs/types'
import type { ITestResult } from 'rdf-test-suite'
import { serializeToString } from '../../../src/rdf/index.ts'
import { ownQuad } from './engine.ts'
import { runner } from './run-manifest.ts'

const HOME = 'https://flins.example/usine'

/**
 * Writes what the tests found as an EARL report.
 *
 * @see https://www.w3.org/TR/EARL10-Schema/
 */
export async function writeEarl(file: string, results: readonly ITestResult[]): Promise<void> {
  const properties = {
    reportUri: '',
    authors: [{ uri: `${HOME}#founders`, name: 'The usine founders' }],
    licenseUri: 'https://spdx.org/licenses/MIT.html',
    applicationUri: `${HOME}#program`,
    applicationHomepageUrl: HOME,
    applicationNameFull: 'usine',
    applicationNameNpm: 'usine',
    applicationDescription: 'Publishes what is known about factories as linked data',
    specificationUris: [],
  }
  const quads: Quad[] = []
  const stream = runner.resultsToEarl([...results], { ...properties, reportUri: HOME }, new Date())
  for await (const quad of stream as unknown as AsyncIterable<Quad>) {
    quads.push(ownQuad(quad))
  }
  mkdirSync('build/earl', { recursive: true })
  writeFileSync(`build/earl/${file}`, await serializeToString(quads, { format: 'turtle' }))
}
