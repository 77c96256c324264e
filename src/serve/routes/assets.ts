import { UsineError } from '../../errors.ts'
import type { Routes } from '../context.ts'
import { findAsset } from '../pages/assets.ts'
import { getResponder } from '../respond/responder.ts'
import { pathPart } from './parameters.ts'

/** What pages need beside themselves; the name changes with the bytes. */
export const assetRoutes: Routes = (app, context) => {
  const { handler } = getResponder(context)
  app.route({
    method: ['GET', 'HEAD'],
    url: '/assets/:name',
    handler: handler((request) => {
      const name = pathPart(request, 'name')
      const asset = findAsset(name)
      if (!asset) throw new UsineError('ERR_PATH_NOT_FOUND', { path: request.url.slice(0, 200) })
      return {
        kind: 'representation',
        key: `asset ${name}`,
        contentType: asset.contentType,
        headers: { 'cache-control': 'public, max-age=31536000, immutable' },
        render: () => asset.bytes,
      }
    }, []),
  })
}
