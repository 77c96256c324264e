import type { SiteVersion } from '../context.ts'
import { perVersion } from '../documents/site-index.ts'
import type { Catalogue } from './catalogue.ts'
import { listMembers } from './class-tree.ts'
import type { CatalogueClass } from './class-tree.ts'
import { labelOrder } from './label-order.ts'
import { getLatest } from './latest.ts'
import { visitInSlices } from './slices.ts'

/** How many lists are kept for each version. */
const KEPT = 32

const listsOf = perVersion(() => new Map<string, Promise<readonly number[]>>())

/** Whose members are listed. */
export interface MembersRequest {
  readonly version: SiteVersion
  readonly catalogue: Catalogue
  readonly one: CatalogueClass
  /** Of the labels that they are sorted by. */
  readonly language: string
}

/** Lists the positions of the entities of a class and of those below it, sorted by label. */
export function classMembers(request: MembersRequest): Promise<readonly number[]> {
  const { version, language, one } = request
  const key = `${language} ${one.key}`
  return getLatest(listsOf(version), key, () => buildMembers(request), KEPT)
}

async function buildMembers(request: MembersRequest): Promise<readonly number[]> {
  const { version, catalogue, one, language } = request
  const { positions } = await labelOrder(version, language)
  const isMember = new Uint8Array(positions.length)
  await visitInSlices(listMembers(one, catalogue.classes), (position) => {
    isMember[position] = 1
  })
  const members: number[] = []
  await visitInSlices(positions, (position) => {
    if (isMember[position] === 1) members.push(position)
  })
  return members
}
