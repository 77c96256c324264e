import type { RouteDescription } from '../route-description.ts'

/** Routes about the server. */
export const operationRoutes: Readonly<Record<string, RouteDescription>> = {
  '/openapi.json': {
    summary: 'This description',
    tag: 'operation',
    mediaTypes: ['application/vnd.oai.openapi+json'],
  },
  '/health': {
    summary: 'Whether the server can do its work',
    tag: 'operation',
    mediaTypes: ['application/json'],
    statuses: [503],
  },
  '/metrics': {
    summary: 'What happened since the start, for Prometheus',
    tag: 'operation',
    mediaTypes: ['text/plain'],
  },
  '/limits': {
    summary: 'The limits in force',
    tag: 'operation',
    mediaTypes: ['application/json', 'text/html'],
    statuses: [406],
  },
}
