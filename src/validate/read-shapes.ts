import type { Quad } from '@rdfjs/types'
import { Parser } from 'n3'
import type { OntologyDocument } from '../rdf/index.ts'

/** Reads the shapes that a site's ontology has beside its terms. IRIs are relative to `{base}ontology/`. */
export const readShapes = (documents: readonly OntologyDocument[], base: string): Quad[] =>
  documents.flatMap(({ text }, index) =>
    new Parser({
      baseIRI: `${base}ontology/`,
      format: 'text/turtle',
      blankNodePrefix: `shapes${index}-`,
    }).parse(text),
  )
