/** Every error that usine throws on purpose: its code and its message, with the holes to fill. */
const messages = {
  ERR_ANSWER_FORMAT: 'None of the formats that you accept holds the answer of {type} queries',
  ERR_BODY_TOO_LONG:
    'The body of the request is longer than what is read; /limits shows how much that is',
  ERR_CONTEXT_UNKNOWN:
    'The JSON-LD context {iri} is not known here, and contexts never come from the network; known: {known}',
  ERR_DOCUMENT_INVALID: '{file}: {problem}',
  ERR_ENTITY_GONE: 'The entity "{id}" was here once and is gone for good',
  ERR_ENTITY_NOT_FOUND: 'No entity has the id "{id}"{suggestion}',
  ERR_FILE_EXISTS: '{count} already there: {files}. Nothing was written; --force replaces them',
  ERR_FILE_READ: 'Cannot read {file}: {reason}',
  ERR_FILE_WRITE: 'Cannot write {file}: {reason}',
  ERR_FORMAT_UNFIT: '{title} cannot hold {what}; use {known}',
  ERR_FORMAT_UNKNOWN: 'No format is called "{name}"{suggestion}; known: {known}',
  ERR_GRAPH_NOT_FOUND: 'There is no graph <{iri}>',
  ERR_JSONLD_TERM: 'JSON-LD cannot say {term}, a {kind}',
  ERR_LISTEN: 'Cannot listen on {host}, port {port}: {reason}',
  ERR_METHOD_REFUSED: '{method} is not possible at {path}; possible: {allowed}',
  ERR_METHOD_UNKNOWN: 'Nothing here knows the method {method}',
  ERR_NOT_ACCEPTABLE: 'Nothing here is acceptable for {header}: {value}; there is: {known}',
  ERR_ONTOLOGY_INVALID: '{file}: {problem}',
  ERR_PATH_INVALID: 'The path {path} cannot be read: {reason}',
  ERR_PATH_NOT_FOUND: 'There is nothing at {path}',
  ERR_RANGE_UNFIT: 'No part of these {length} bytes is in the range {range}',
  ERR_SITE_INVALID: 'The site has {count}; once {what} corrected, run this again',
  ERR_SITE_NOT_FOUND:
    'No site in {directory}: it has no usine.yaml. "usine init {directory}" makes one',
  ERR_SOURCE_UNKNOWN: 'No source reads {file}; known endings: {known}',
  ERR_SYNTAX: '{file}:{line}:{column}: {problem}',
  ERR_TARGET_FAILED: 'Cannot fetch from {target}: {reason}',
  ERR_TARGET_REFUSED: 'Nothing is fetched from {target}: {reason}',
  ERR_TERM_UNWRITABLE: 'Cannot write {term}: {reason}',
  ERR_PARAMETER_INVALID: 'The parameter {name} is "{value}"; expected {expected}{suggestion}',
  ERR_PARAMETER_MISSING:
    'The query "{query}" needs the parameter {name} ({meaning}): {name}=…, {expected}',
  ERR_PARAMETER_UNKNOWN: 'The query "{query}" has no parameter "{name}"{suggestion}; {known}',
  ERR_PRECONDITION_FAILED: 'The header {header} asks for another state than the one there is now',
  ERR_QUERY_ABORTED: 'The query was stopped',
  ERR_QUERY_BYTES: 'The answer is longer than {limit} bytes; ask for less, with LIMIT for example',
  ERR_QUERY_FAILED: 'The query failed: {reason}',
  ERR_QUERY_LIMIT: 'The query has more than {limit} results; ask for less, with LIMIT for example',
  ERR_QUERY_MEMORY:
    'The query needs more memory than the {limit} MB it may use; ask for less at once',
  ERR_QUERY_NOT_FOUND: 'No saved query is called "{name}"{suggestion}; {list} names them all',
  ERR_QUERY_REFUSED: 'The query is refused: {reason}',
  ERR_QUERY_SYNTAX: 'Line {line}, column {column} of the query: {problem}',
  ERR_QUERY_TIMEOUT: 'The query took longer than {timeout} ms',
  ERR_QUERY_TOO_LONG: 'The query has {length} bytes, more than the {limit} that are read',
  ERR_QUERY_TYPE: 'This is a query of type {type}; expected {expected}',
  ERR_READ_ONLY:
    'This site is published read-only, so {what}; "usine serve --scratch" serves a copy that can be changed',
  ERR_REQUEST_CODING: 'A body with the coding "{coding}" is not read; send it as it is',
  ERR_REQUEST_HEADERS:
    'The first line and the headers of the request are longer than {limit} bytes; send a long query by POST, in the body',
  ERR_REQUEST_INVALID: 'The request cannot be understood: {problem}',
  ERR_REQUEST_SLOW:
    'The request took too long to arrive: its headers have {headers} s, all of it has {request} s',
  ERR_REQUEST_TYPE: 'A body of the type "{type}" is not read here; expected {known}',
  ERR_SERVER_BUSY: 'The server has as many queries as it can hold; try again in {seconds} s',
  ERR_TOKEN_MISSING:
    'Changing the copy needs the token that the server printed when it started: {problem}',
  ERR_UPDATE_DATASET:
    'The update names its graphs itself, by USING or WITH; then the request cannot name others',
  ERR_UPDATE_FAILED: 'The update was not carried out: {reason}',
  ERR_USAGE: '{problem}; see "{help}"',
  ERR_VIEW_UNREADABLE: 'Cannot read <{iri}> back from the Wikibase view: {problem}',
} as const

/** The code of an error that usine throws on purpose. */
export type ErrorCode = keyof typeof messages

type Details = Readonly<Record<string, string | number>>

/** An error with a stable code, a message that says what, where and what to do, and its cause. */
export class UsineError extends Error {
  override readonly name = 'UsineError'
  readonly code: ErrorCode
  readonly details: Details

  constructor(code: ErrorCode, details: Details = {}, options?: ErrorOptions) {
    super(fill(messages[code], details), options)
    this.code = code
    this.details = details
  }
}

/** Whether a text is the code of an error that usine throws on purpose. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(messages, text)
}

/** Lists every error code with its message template. */
export function listErrors(): [ErrorCode, string][] {
  return Object.entries(messages) as [ErrorCode, string][]
}

function fill(template: string, details: Details): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(details, name) ? makeVisible(String(details[name])) : hole,
  )
}

/**
 * Makes the characters visible that would control a terminal or change the direction of the text around them:
 * an escape becomes `␛`, others their code, as in `<U+202E>`. Line ends stay when they are asked to.
 */
export function makeVisible(text: string, keep = '\n'): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (keep.includes(character) || harmless.has(code)) return character
    if (code < 0x20) return String.fromCodePoint(0x2400 + code)
    if (code === 0x7f) return '\u2421'
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
  })
}

/** Soft hyphen and the joiners, which scripts and emoji are written with. */
const harmless = new Set([0xad, 0x200c, 0x200d])
