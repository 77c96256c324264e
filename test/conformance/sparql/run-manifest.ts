import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { ITestResult, IUpdateEngine, TestSuiteRunner } from 'rdf-test-suite'

/** Where the suites are, if they are on this machine. */
export const suites = '../shared/conformance/rdf-tests'

/** The IRIs of the suites, which stand for the files. */
const BASE = 'https://w3c.github.io/rdf-tests/'

/** The runner's own code is CommonJS. */
const require = createRequire(import.meta.url)
const { TestSuiteRunner: Runner } = require('rdf-test-suite') as {
  readonly TestSuiteRunner: typeof TestSuiteRunner
}

/** The runner, for its reports. */
export const runner = new Runner()

/** Runs the tests of a manifest, without the network. */
export function runManifest(
  manifest: string,
  engine: IUpdateEngine,
  options: object = {},
): Promise<readonly ITestResult[]> {
  return runner.runManifest(`${BASE}sparql/sparql11/${manifest}`, engine, {
    exitWithStatusCode0: true,
    outputFormat: 'summary',
    timeOutDuration: 60_000,
    customEngingeOptions: options,
    urlToFileMapping: `${BASE}~${resolve(suites)}/`,
  })
}
