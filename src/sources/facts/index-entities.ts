import { quote } from '../parsed.ts'
import { readDocument } from './document.ts'
import type { FactsIndex, KnownEntity, KnownSource } from './facts-index.ts'
import type { Reading } from './reading.ts'
import type { MapEntry } from './tree.ts'

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Collects the entities and sources that facts files define, and reports ids that are wrong or taken. */
export function indexEntities(
  entries: readonly MapEntry[],
  reading: Omit<Reading, 'index'>,
  known: FactsIndex,
): FactsIndex {
  const entities = new Map(known.entities)
  const sources = new Map(known.sources)
  for (const entry of entries) {
    const { key: id, keyOrigin: origin } = entry
    const entity: KnownEntity = { id, iri: `${reading.base}entity/${id}`, origin }
    checkId(entity, entities.get(id), reading)
    if (!entities.has(id)) entities.set(id, entity)
    const source = sourceOf(entry, entity, reading)
    if (!source) continue
    const first = sources.get(source.key)
    if (first)
      reading.report.error(
        source.origin,
        `The source key ${quote(source.key)} is taken by ${first.entity.id} (${place(first)})`,
      )
    else sources.set(source.key, source)
  }
  return { entities, sources }
}

function checkId(
  { id, origin }: KnownEntity,
  first: KnownEntity | undefined,
  { ontology, report }: Omit<Reading, 'index'>,
): void {
  if (first) report.error(origin, `The entity ${quote(id)} is defined in ${place(first)} already`)
  if (!idPattern.test(id)) {
    const slug = toId(id)
    const hint = slug === '' ? ' such as flins-town' : ` - did you mean "${slug}"?`
    report.error(
      origin,
      `The entity id ${quote(id)} is not lower-case letters, digits and hyphens${hint}`,
    )
  }
  if (ontology.classes.has(id) || ontology.concepts.has(id))
    report.error(
      origin,
      `The entity id ${quote(id)} is the key of a class or concept of the ontology`,
    )
}

/** Makes the id that a person most likely wants: `Flins (town)` becomes `flins-town`. */
const toId = (text: string): string =>
  text
    .slice(0, 100)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

function sourceOf(
  { value }: MapEntry,
  entity: KnownEntity,
  reading: Omit<Reading, 'index'>,
): KnownSource | undefined {
  if (value.kind !== 'map') return undefined
  const document = value.entries.find(({ key }) => key === 'document')
  return document && readDocument(document.value, entity, reading)
}

const place = ({ origin: { file, line } }: KnownEntity | KnownSource): string => `${file}:${line}`
