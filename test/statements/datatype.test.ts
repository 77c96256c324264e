import { strictEqual } from 'node:assert/strict'
import {
  allDatatypes,
  datatypeIri,
  defaultDatatype,
  findDatatype,
  isDatatype,
  valueTypeOf,
} from '../../src/statements/index.ts'

describe('datatypes', () => {
  it('are found again by the IRI of their class', () => {
    for (const datatype of allDatatypes) strictEqual(findDatatype(datatypeIri(datatype)), datatype)
  })

  it('are named as the Wikibase ontology names them', () => {
    strictEqual(datatypeIri('wikibase-item'), 'http://wikiba.se/ontology#WikibaseItem')
    strictEqual(datatypeIri('external-id'), 'http://wikiba.se/ontology#ExternalId')
  })

  it('default to the plainest of a value type', () => {
    for (const datatype of allDatatypes) {
      const valueType = valueTypeOf(datatype)
      strictEqual(valueTypeOf(defaultDatatype(valueType)), valueType)
    }
  })

  it('are not mistaken for what an object inherits', () => {
    strictEqual(isDatatype('constructor'), false)
    strictEqual(isDatatype('__proto__'), false)
    strictEqual(isDatatype('time'), true)
  })
})
