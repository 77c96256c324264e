export * from './facts/index.ts'
export * from './nearest.ts'
export * from './read-text.ts'
export type * from './source.ts'
