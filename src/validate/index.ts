export * from './path.ts'
export * from './report.ts'
export * from './report-to-quads.ts'
export * from './shacl.ts'
