import type { RouteDescription } from './route-description.ts'
import { datasetRoutes } from './routes/data-set.ts'
import { entityRoutes } from './routes/entities.ts'
import { operationRoutes } from './routes/operation.ts'
import { queryRoutes } from './routes/queries.ts'

/** Every route but those of the saved queries, by its pattern; a test compares them with those that there are. */
export const routeDescriptions: Readonly<Record<string, RouteDescription>> = {
  ...datasetRoutes,
  ...entityRoutes,
  ...queryRoutes,
  ...operationRoutes,
}
