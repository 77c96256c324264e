import { createHash } from 'node:crypto'
import type { Claim, Reference, Snak } from './statement.ts'
import type { Value } from './value.ts'

/**
 * Derives a statement's id from its claim: `{entity id}$` and a name-based UUID (version 8, RFC 9562) of the claim's
 * SHA-256. Rank and references do not change it, so a statement keeps its id when better evidence is found.
 */
export function statementId(entityId: string, { subject, mainSnak, qualifiers }: Claim): string {
  const sorted = qualifiers.map(snakContent).sort(compareText)
  return `${entityId}$${uuid(JSON.stringify([subject, snakContent(mainSnak), sorted]))}`
}

/** Derives a reference's id (40 hexadecimal digits) from its snaks; their order does not matter. */
export function referenceId(snaks: readonly Snak[]): string {
  return digest(JSON.stringify(snaks.map(snakContent).sort(compareText))).slice(0, 40)
}

/** Makes a reference with the id that its snaks give it. */
export const createReference = (snaks: readonly Snak[]): Reference => ({
  id: referenceId(snaks),
  snaks,
})

/** Writes what a snak says as text that is equal for equal snaks. */
export function snakContent(snak: Snak): string {
  const value = snak.snakType === 'value' ? valueContent(snak.value) : snak.snakType
  return `${snak.property} ${value}`
}

/** Writes a value as text that is equal for equal values, whatever the order of their keys. */
export const valueContent = (value: Value): string => JSON.stringify(sortKeys(value))

function sortKeys(value: object): unknown {
  return Object.entries(value)
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, member]: [string, unknown]) => [
      key,
      typeof member === 'object' && member !== null ? sortKeys(member) : member,
    ])
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

function uuid(text: string): string {
  const hex = digest(text)
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`]
  return [...parts, variant + hex.slice(18, 20), hex.slice(20, 32)].join('-').toUpperCase()
}

/** Orders texts by code unit, the same on every machine. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
