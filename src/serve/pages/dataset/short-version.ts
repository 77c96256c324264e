/** The start of the hash that is the version: enough to tell versions apart. */
export const shortVersion = (version: string): string => version.slice(0, 12)
