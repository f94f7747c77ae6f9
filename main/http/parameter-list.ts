/** Parameters as they come in one source (a query string, a body), where a name that comes again adds to a list. */

export type ParameterMap = Map<string, unknown>;

/** More than any call has use for. */
const MAX_FIELDS = 20_000;

/** A Map, so that no name can be anything special. */
export function add(parameters: ParameterMap, name: string, value: string): void {
  const known = parameters.get(name);
  if (known === undefined) parameters.set(name, value);
  // The list is ours: in these sources a value is text. A copy for each value would take minutes for a long body.
  else if (Array.isArray(known)) known.push(value);
  else parameters.set(name, [known, value]);
}

/**
 * Of a query string or a form body.
 *
 * @param most fields there may be
 * @throws RangeError for more
 */
export function fromUrlEncoded(text: string, most = MAX_FIELDS): ParameterMap {
  const parameters: ParameterMap = new Map();
  if (text === '') return parameters;
  let fields = 1;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
    if (++fields > most) throw new RangeError('There are too many fields.');
  }
  for (const [name, value] of new URLSearchParams(text)) add(parameters, name, value);
  return parameters;
}
