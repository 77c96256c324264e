export { createQueryEngine } from './comunica-engine.ts'
export type { QueryEngineOptions } from './comunica-engine.ts'
export { parseQuery } from './parse-query.ts'
export type { ParsedQuery, ParseQueryOptions, QueryType } from './parse-query.ts'
export type { QueryEngine, QueryOptions, Solutions } from './query-engine.ts'
export { bindParameters } from './bind-parameters.ts'
export { bindText } from './bind-text.ts'
export { parameterTypes } from './parameter-types.ts'
export type { ParameterContext, ParameterType, ParameterTypeName } from './parameter-types.ts'
export { createContextLoader } from './remote/index.ts'
export type { Remote, RemoteRequest, RemoteResponse } from './remote/index.ts'
export { siteParameters } from './site-parameters.ts'
export type { NamedEntity } from './site-parameters.ts'
export { parseSavedQuery } from './saved-query.ts'
export type { Parameter, SavedQuery } from './saved-query.ts'
export {
  listQueryNames,
  listSavedQueries,
  queryFile,
  readQueryText,
  readSavedQuery,
} from './saved-query-files.ts'
export { sparql, termToSparql } from './sparql.ts'
export { serializeBoolean, serializeSolutions } from './results/index.ts'
export type { ResultOptions } from './results/index.ts'
export { updateGraphs } from './update/index.ts'
export type { UpdateOptions, UpdatedGraphs } from './update/index.ts'
