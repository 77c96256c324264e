/** Gets what was built for a key, or builds it; of all that was built, only the latest asked for is kept. */
export function getLatest<T>(built: Map<string, T>, key: string, build: () => T, most: number): T {
  const value = built.get(key) ?? build()
  built.delete(key)
  built.set(key, value)
  const [oldest] = built.keys()
  if (built.size > most && oldest !== undefined) built.delete(oldest)
  return value
}
