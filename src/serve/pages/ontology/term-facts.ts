import type { OntologyClass, Property, Unit } from '../../../rdf/index.ts'
import { valueTypeOf } from '../../../statements/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { html } from '../../html/html.ts'
import type { Fragment } from '../../html/html.ts'
import { relativePath } from '../../respond/paths.ts'
import { classPath, propertyPath } from '../browse/class-links.ts'
import { renderEntry } from '../browse/entry-list.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { formatAmount } from '../values/amount.ts'
import { renderSnak } from '../values/value.ts'
import type { KnownTerm } from './find-term.ts'
import {
  listed,
  renderSchemaTerm,
  renderTermLink,
  renderTerms,
  renderWikidata,
} from './term-links.ts'

/** What is told of a term, under a heading; nothing where there is nothing to tell. */
export type Fact = readonly [heading: string, told: Fragment]

/** What is told of a term: what it is in itself, elsewhere, and in this data set. */
export function termFacts(known: KnownTerm, catalogue: Catalogue, context: PageContext): Fact[] {
  const { vocabulary } = messagesIn(context.language)
  const facts: readonly Fact[] = [
    ...ownFacts(known, catalogue, context),
    [vocabulary.wikidata, renderWikidata(known.term)],
  ]
  return facts.filter(([, told]) => told !== undefined && told !== false)
}

function ownFacts(known: KnownTerm, catalogue: Catalogue, context: PageContext): readonly Fact[] {
  if (known.kind === 'property') return propertyFacts(known.term, catalogue, context)
  if (known.kind === 'class') return classFacts(known.term, catalogue, context)
  return known.kind === 'unit' ? unitFacts(known.term, context) : []
}

function propertyFacts(property: Property, catalogue: Catalogue, context: PageContext): Fact[] {
  const { ontology } = context.version.site
  const { vocabulary, browsing } = messagesIn(context.language)
  const { datatype, units, inverse, format, formatterUri, schema } = property
  return [
    [
      vocabulary.values,
      html`${browsing.valueTypes[valueTypeOf(datatype)]} <code class="quiet">${datatype}</code>`,
    ],
    [vocabulary.inUnits, renderTerms(units, ontology.units, context)],
    [
      vocabulary.inverse,
      inverse !== undefined && renderTerms([inverse], ontology.properties, context),
    ],
    [vocabulary.format, format !== undefined && html`<code>${format}</code>`],
    [vocabulary.formatter, formatterUri !== undefined && html`<code>${formatterUri}</code>`],
    [
      vocabulary.schema,
      schema.length > 0 &&
        listed(
          schema.map(
            ({ term, pattern }) => html`${renderSchemaTerm(term)}, ${vocabulary.patterns[pattern]}`,
          ),
        ),
    ],
    [vocabulary.used, renderUse(property, catalogue, context)],
    [vocabulary.example, renderExample(property, catalogue, context)],
  ]
}

function renderUse(property: Property, catalogue: Catalogue, context: PageContext): Fragment {
  const { vocabulary, browsing } = messagesIn(context.language)
  const use = catalogue.properties.get(property.key)
  const { qualifiers = 0, references = 0 } = catalogue.otherUses.get(property.entityIri) ?? {}
  const uses = [
    use &&
      html`${vocabulary.usedIn(browsing.statements(use.statements), browsing.entries(use.holders.length))}
        (<a href="${relativePath(context.path, propertyPath(property.key))}"
          >${vocabulary.seeValues}</a
        >)`,
    qualifiers > 0 && vocabulary.usedToQualify(browsing.statements(qualifiers)),
    references > 0 && vocabulary.usedInReferences(browsing.number(references)),
  ].filter((one) => one !== undefined && one !== false)
  return uses.length === 0 ? vocabulary.usedNever : listed(uses)
}

/** The first entry that has the property, with what it says. */
function renderExample(property: Property, catalogue: Catalogue, context: PageContext): Fragment {
  const [first] = catalogue.properties.get(property.key)?.holders ?? []
  const entity = first === undefined ? undefined : catalogue.entities[first]
  const statement = entity?.statements.find(
    ({ mainSnak, rank }) => mainSnak.property === property.entityIri && rank !== 'deprecated',
  )
  if (!entity || !statement) return undefined
  return html`${renderEntry(entity, context)}: ${renderSnak(statement.mainSnak, context)}`
}

function classFacts(oneClass: OntologyClass, catalogue: Catalogue, context: PageContext): Fact[] {
  const { classes } = context.version.site.ontology
  const { vocabulary, browsing } = messagesIn(context.language)
  const { key, superclasses, schemaClasses } = oneClass
  const known = catalogue.classes.get(key)
  const count = known?.count ?? 0
  return [
    [vocabulary.superclasses, renderTerms(superclasses, classes, context)],
    [vocabulary.subclasses, renderTerms(known?.subclasses ?? [], classes, context)],
    [vocabulary.schema, schemaClasses.length > 0 && listed(schemaClasses.map(renderSchemaTerm))],
    [
      vocabulary.used,
      count === 0
        ? vocabulary.usedNever
        : html`${browsing.entries(count)} (<a href="${relativePath(context.path, classPath(key))}"
              >${vocabulary.seeEntries}</a
            >)`,
    ],
  ]
}

function unitFacts(unit: Unit, context: PageContext): Fact[] {
  const { vocabulary } = messagesIn(context.language)
  const { symbols, conversion, qudtUnit, unitCode } = unit
  const standard = conversion && context.version.site.ontology.findUnit(conversion.unit)
  return [
    [vocabulary.symbols, listed(symbols.map((symbol) => html`<bdi>${symbol}</bdi>`))],
    [
      vocabulary.conversion,
      conversion &&
        standard &&
        standard.key !== unit.key &&
        html`1 <bdi>${symbols[0]}</bdi> = ${formatAmount(conversion.factor, context.language)}
          <bdi>${standard.symbols[0]}</bdi> (${renderTermLink(standard, context)})`,
    ],
    [vocabulary.qudt, qudtUnit !== undefined && html`<a href="${qudtUnit}">${qudtUnit}</a>`],
    [vocabulary.code, unitCode !== undefined && html`<code>${unitCode}</code>`],
  ]
}
