/** Parameters as they come in one source (a query string, a body), where a name that comes again adds to a list. */

export type ParameterMap = Map<string, unknown>;

/** A Map, so that no name can be anything special. */
export function add(parameters: ParameterMap, name: string, value: unknown): void {
  const known = parameters.get(name);
  if (known === undefined) parameters.set(name, value);
  else parameters.set(name, Array.isArray(known) ? [...known, value] : [known, value]);
}

/** Of a query string or a form body. */
export function fromUrlEncoded(text: string): ParameterMap {
  const parameters: ParameterMap = new Map();
  for (const [name, value] of new URLSearchParams(text)) add(parameters, name, value);
  return parameters;
}
