export { updateGraphs } from './update-graphs.ts'
export type { UpdatedGraphs, UpdateOptions } from './update-graphs.ts'
