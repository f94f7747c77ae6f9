/** A call of an endpoint as a line for the shell, which works once its variables are set. */
import type { Endpoint } from './endpoint.ts';
import type { Parameter } from './parameters.ts';

/** A photo in the folder in which the examples are run. */
export const EXAMPLE_PHOTO = 'family.jpg';

/** @param server where the API answers, e.g. `http://127.0.0.1:8016` */
export function curlExample({ method, path, parameters, exactlyOne, atLeastOne }: Endpoint, server: string): string {
  const instead = (exactlyOne ?? atLeastOne)?.[0];
  const shown = Object.entries(parameters).filter(([name, parameter]) => parameter.required || name === instead);
  const isMultipart = shown.some(([, { kind }]) => kind.type === 'file');
  const flag = isMultipart ? '-F' : '-d';
  const fields = shown.map(([name, parameter]) => `${flag} ${name}=${exampleOf(name, parameter, path)}`);
  return [
    `curl ${method === 'GET' ? '-G ' : ''}${server}${path}`,
    `${flag} api_id=$KINDRED_ID ${flag} api_secret=$KINDRED_SECRET`,
    ...fields,
  ].join(' \\\n  ');
}

function exampleOf(name: string, { kind }: Parameter<unknown>, path: string): string {
  const variable = `$${name.replace(/_ids$/, '_id').toUpperCase()}`;
  switch (kind.type) {
    case 'file':
      return `@${EXAMPLE_PHOTO}`;
    case 'list of ids':
      return `${variable},${variable.replace('$', '$OTHER_')}`;
    case 'id':
      return variable;
    default:
      return path.startsWith('/person') ? 'Anna' : 'Family';
  }
}
