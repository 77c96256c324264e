export { labelFunctions } from './label-functions.ts'
export { resolveLabels } from './resolve-labels.ts'
