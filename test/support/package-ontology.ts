import { readdirSync, readFileSync } from 'node:fs'
import type { OntologyDocument } from '../../src/rdf/index.ts'

const folder = new URL('../../ontology/', import.meta.url)

/** Reads the Turtle files of the ontology that usine ships. */
export const packageOntology = (): OntologyDocument[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ttl'))
    .map((file) => ({
      file: `ontology/${file}`,
      text: readFileSync(new URL(file, folder), 'utf8'),
    }))
