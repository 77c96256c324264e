import type { SiteVersion } from '../context.ts'
import type { DescribedParameter } from './describe-query.ts'

/** Where and for whom a question is asked. */
export interface AskingContext {
  readonly version: SiteVersion
  /** The language of who asks. */
  readonly language: string | undefined
}

/** The languages of a site, that of who asks first where the site has it. */
export function languagesFor({ version, language }: AskingContext): readonly string[] {
  const { languages } = version.site.config
  return [...languages.filter((tag) => tag === language), ...languages]
}

/** The value that a parameter has where none is given; undefined where one is needed, or may lack. */
export function defaultValueOf(
  { type, defaultValue }: Pick<DescribedParameter, 'type' | 'defaultValue'>,
  context: AskingContext,
): string | undefined {
  if (defaultValue !== undefined) return defaultValue
  if (type === 'language') return languagesFor(context)[0]
  return type === 'entity' ? context.version.site.config.defaultEntity : undefined
}

/** Whether a question can be asked without a parameter. */
export const mayLack = (parameter: DescribedParameter, context: AskingContext): boolean =>
  parameter.optional || defaultValueOf(parameter, context) !== undefined
