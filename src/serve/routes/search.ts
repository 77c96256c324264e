import { UsineError } from '../../errors.ts'
import type { Routes } from '../context.ts'
import { negotiate } from '../negotiate.ts'
import { pageParameter, readPage } from '../pages/paging.ts'
import { renderSearchPage } from '../pages/search/search-page.ts'
import { getResponder } from '../respond/responder.ts'
import type { Decide } from '../respond/responder.ts'
import { hitsToJson } from '../search/hits-to-json.ts'
import { searchIndexOf } from '../search/index.ts'
import { answerPage } from './page-answers.ts'
import { queryValue } from './parameters.ts'

/** The route of the search for names, for people and programs. */
export const searchRoutes: Routes = (app, context) => {
  const { handler } = getResponder(context)
  app.route({
    method: ['GET', 'HEAD'],
    url: '/search',
    handler: handler(decideSearch, ['accept', 'accept-language']),
  })
  // Whoever searches first does not wait for the index.
  app.addHook('onListen', () => {
    void searchIndexOf(context.current())
  })
  context.onSwap((version) => void searchIndexOf(version))
}

/** Longer texts are cut: no name is that long. */
const LENGTH = 200

const decideSearch: Decide = (request, version) => {
  const text = (queryValue(request, 'q') ?? '').slice(0, LENGTH).trim()
  const page = readPage(queryValue(request, 'page'), request.url)
  const format = askedFormat(queryValue(request, 'format'), request.headers.accept)
  const answer = answerPage(
    { request, version },
    {
      path: '/search',
      key: format.name,
      parameters: { q: text, page: pageParameter(page) },
      vary: 'Accept',
      render: async (context) => {
        const index = await searchIndexOf(version)
        return format.render({ text, page, index }, context)
      },
    },
  )
  return { ...answer, contentType: format.contentType }
}

const formats = [
  {
    name: 'json',
    mediaTypes: ['application/json'],
    contentType: 'application/json; charset=utf-8',
    render: hitsToJson,
  },
  {
    name: 'html',
    mediaTypes: ['text/html', 'application/xhtml+xml'],
    contentType: 'text/html; charset=utf-8',
    render: renderSearchPage,
  },
] as const

function askedFormat(name: string | undefined, accept: string | undefined) {
  const known = formats.map(({ mediaTypes: [mediaType] }) => mediaType).join(', ')
  const format =
    name === undefined ? negotiate(accept, formats) : formats.find((one) => one.name === name)
  if (format) return format
  if (name !== undefined)
    throw new UsineError('ERR_FORMAT_UNKNOWN', { name, suggestion: '', known })
  throw new UsineError('ERR_NOT_ACCEPTABLE', { header: 'Accept', value: accept ?? '', known })
}
