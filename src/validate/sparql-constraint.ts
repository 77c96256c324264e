import type { DataFactory, DatasetCore, Literal, NamedNode, Term } from '@rdfjs/types'
import type { Compile, CompiledConstraint, Context, PathStep, Shape } from 'shacl-engine'
import { createQueryEngine, type QueryEngine } from '../query/index.ts'
import { createStore } from '../store/index.ts'
import { pathToText, readPath } from './path.ts'
import { assertPreBinding } from './pre-binding.ts'
import { OWL, sh } from './terms.ts'

const IMPORTS = `${OWL}imports`

interface Query {
  readonly node: Term
  readonly text: string
  readonly messages: readonly Literal[]
}

/**
 * Makes the function that compiles `sh:sparql`. Queries go to the same engine, over the data graph alone, with `$this`
 * bound before anything else; one that SHACL does not allow is refused.
 *
 * @see https://www.w3.org/TR/shacl/#sparql-constraints
 */
export function createSparqlConstraints(
  data: DatasetCore,
  shapes: DatasetCore,
  factory: DataFactory,
): Compile {
  let engine: Promise<QueryEngine> | undefined
  const getEngine = () => (engine ??= indexForQueries(data, factory))
  return (shape) => {
    const queries = shape.sparql.terms.flatMap((node) => readQuery(node, shape, shapes, factory))
    return compileQueries(queries, getEngine)
  }
}

/** Queries need an index of their own, since any dataset can be checked. */
async function indexForQueries(data: DatasetCore, factory: DataFactory): Promise<QueryEngine> {
  const store = createStore()
  await store.import(data)
  return createQueryEngine(store, { factory })
}

function compileQueries(
  queries: readonly Query[],
  getEngine: () => Promise<QueryEngine>,
): CompiledConstraint {
  return {
    generic: async (context) => {
      for (const query of queries) await runQuery(query, await getEngine(), context)
    },
  }
}

async function runQuery(query: Query, engine: QueryEngine, context: Context): Promise<void> {
  const focusNode = context.focusNode.term
  if (!focusNode) return
  const solutions = await engine.queryBindings(query.text, {
    bindings: new Map([['this', focusNode]]),
  })
  for await (const solution of solutions) {
    const args = Object.fromEntries([...solution].map(([{ value }, term]) => [value, term]))
    const { value = focusNode, path, message } = args
    context.violation(context.factory.namedNode(sh.SPARQLConstraintComponent), {
      message:
        message?.termType === 'Literal'
          ? [message]
          : query.messages.map((template) => fill(template, args, context.factory)),
      ...(path?.termType === 'NamedNode' && { path: [predicateStep(path)] }),
      source: [query.node],
      value: context.focusNode.node([value]),
    })
  }
}

/** Puts the values of a solution in the place of `{?name}` and `{$name}`. */
function fill(
  template: Literal,
  values: Readonly<Record<string, Term>>,
  factory: DataFactory,
): Literal {
  const text = template.value.replace(
    /\{[?$](\w+)\}/g,
    (hole, name: string) => values[name]?.value ?? hole,
  )
  return factory.literal(text, template.language === '' ? template.datatype : template.language)
}

const predicateStep = (predicate: NamedNode): PathStep => ({
  quantifier: 'one',
  start: 'subject',
  end: 'object',
  predicates: [predicate],
})

function readQuery(node: Term, shape: Shape, shapes: DatasetCore, factory: DataFactory): Query[] {
  const list = (subject: Term, predicate: string) =>
    [...shapes.match(subject, factory.namedNode(predicate))].map(({ object }) => object)
  const [select] = list(node, sh.select)
  const deactivated = list(node, sh.deactivated).some(({ value }) => value === 'true')
  if (!select || deactivated) return []
  const prefixes = list(node, sh.prefixes).flatMap((ontology) => listPrefixes(ontology, list))
  const [path] = shape.ptr.terms.flatMap((term) => list(term, sh.path))
  const pathText = path ? pathToText(readPath(shapes, path), (iri) => `<${iri}>`) : '$PATH'
  const text = [...prefixes, select.value.replaceAll('$PATH', pathText)].join('\n')
  assertPreBinding(text)
  const messages = list(node, sh.message).filter((term) => term.termType === 'Literal')
  return [{ node, text, messages }]
}

/** Prefixes are declared at ontologies, and at what these import. */
function listPrefixes(
  ontology: Term,
  list: (subject: Term, predicate: string) => readonly Term[],
  seen = new Set<string>(),
): string[] {
  if (seen.has(ontology.value)) return []
  seen.add(ontology.value)
  const own = list(ontology, sh.declare).map((declaration) => {
    const [prefix] = list(declaration, sh.prefix)
    const [namespace] = list(declaration, sh.namespace)
    return `PREFIX ${prefix?.value ?? ''}: <${namespace?.value ?? ''}>`
  })
  return [...own, ...list(ontology, IMPORTS).flatMap((next) => listPrefixes(next, list, seen))]
}
