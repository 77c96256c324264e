import { UsineError } from '../../../errors.ts'
import { bindParameters } from '../../../query/index.ts'
import type { SavedQuery } from '../../../query/index.ts'
import type { DescribedParameter, DescribedQuery } from '../../queries/describe-query.ts'
import { mayLack } from '../../queries/default-value.ts'
import { givenParameters } from '../../queries/read-query-request.ts'
import { parametersOf } from '../../queries/site-parameters.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'

/** What is wrong with the values of a form, in words. */
export interface FormErrors {
  /** By the name of the parameter. */
  readonly fields: ReadonlyMap<string, string>
  /** Of values that no field has. */
  readonly others: readonly string[]
}

/** Finds everything that is wrong with the values of a form, each by itself. */
export function findFormErrors(
  { query, parameters }: DescribedQuery,
  values: URLSearchParams,
  page: PageContext,
): FormErrors {
  const { asked } = messagesIn(page.language)
  const known = new Set(parameters.map(({ name }) => name))
  const fields = parameters.flatMap((parameter) => {
    const error = checkField(parameter, { query, values, page })
    return error === undefined ? [] : [[parameter.name, error] as const]
  })
  const others = givenParameters(parameters, values).filter((name) => !known.has(name))
  return {
    fields: new Map(fields),
    others: others.map((name) => asked.noSuchParameter(name.slice(0, 60))),
  }
}

/** What is wrong with the value of one parameter; undefined where nothing is. */
function checkField(
  parameter: DescribedParameter,
  { query, values, page }: Checked,
): string | undefined {
  const { asked } = messagesIn(page.language)
  const { name, type } = parameter
  const [value = '', ...others] = values.getAll(name)
  if (others.length > 0) return asked.givenTwice
  if (value === '' && mayLack(parameter, page)) return undefined
  if (value === '' && type !== 'string') return asked.missing
  try {
    bindParameters(
      { ...query, parameters: [parameter] },
      { [name]: value },
      parametersOf(page.version),
    )
    return undefined
  } catch (error) {
    if (error instanceof UsineError) return asked.expects(asked.expected[type])
    throw error
  }
}

interface Checked {
  readonly query: SavedQuery
  readonly values: URLSearchParams
  readonly page: PageContext
}
