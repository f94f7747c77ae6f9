/** The page at /docs: the endpoints for people, with a curl example each, made from the table of endpoints. */

import { clientExamples } from './client-examples.ts';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { familyOf } from './families.ts';
import type { Parameter } from './parameters.ts';
import { COMMON_STATUSES, type StatusName, statuses } from './statuses.ts';

export const DOCS_CSS = `
:root { color-scheme: light dark; --ink: #1d1d22; --quiet: #62626e; --paper: #fff; --line: #e3e3e8; --code: #f5f5f7; --accent: #2557c9; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececf1; --quiet: #a2a2af; --paper: #17171a; --line: #34343b; --code: #222227; --accent: #8cb0ff; } }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); display: grid; grid-template-columns: 15rem minmax(0, 48rem); gap: 3rem; }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 2rem 0 2rem 2rem; border-right: 1px solid var(--line); font-size: 13px; }
nav h2 { font-size: 11px; letter-spacing: .06em; text-transform: uppercase; color: var(--quiet); margin: 1.25rem 0 .25rem; }
nav a { display: block; padding: .15rem 0; color: inherit; text-decoration: none; }
nav a:hover, nav a:focus-visible { color: var(--accent); }
main { padding: 2rem 2rem 6rem 0; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { margin: 3.5rem 0 .5rem; } h3 { margin: 2.75rem 0 .25rem; font: 600 1rem ui-monospace, monospace; } h4 { margin: 1.5rem 0 .25rem; }
.method { color: var(--quiet); font-weight: 400; } a { color: var(--accent); }
code, pre { font: 13px/1.5 ui-monospace, monospace; } code { overflow-wrap: anywhere; }
pre { background: var(--code); border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; margin: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--quiet); font-weight: 500; } .quiet { color: var(--quiet); }
@media (max-width: 60rem) { body { display: block; } nav { position: static; height: auto; border: 0; padding: 1.5rem 1.5rem 0; } main { padding: 1.5rem; } }
`;

/** @param server where the API answers, e.g. `http://127.0.0.1:8016` */
export function docsPage(server: string): string {
  const families = Map.groupBy(endpoints, familyOf);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kindred face API</title>
<link rel="stylesheet" href="/docs.css">
</head>
<body>
<nav aria-label="Endpoints">
<a href="#start"><b>Kindred face API v1</b></a>
${[...families].map(([family, rows]) => `<h2>${family}</h2>\n${rows.map(link).join('\n')}`).join('\n')}
<h2>More</h2><a href="#statuses">Statuses</a><a href="#clients">Clients</a><a href="/openapi.json">openapi.json</a>
</nav>
<main>
<h1 id="start">Kindred face API v1</h1>
<p>Faces, persons, groups and face sets for scripts on this machine, at <code>${escape(server)}</code>. It answers to this
machine only; nothing leaves it. Make a key with <code>kindred keys create --name "my script"</code>.</p>
<p>Every call carries <code>api_id</code> and <code>api_secret</code>, in the query string or the body. A POST takes its
parameters as a query string, JSON, form or <code>multipart/form-data</code> body, or some of each; the body wins. Files
are parts of a multipart body. Lists are JSON arrays or texts separated by commas, booleans <code>1</code> or
<code>0</code>. Parameters that are not known are ignored.</p>
<p>Every answer is JSON: <code>"status": "OK"</code>, or what went wrong and often a <code>reason</code>. It has the
headers <code>X-RateLimit-Limit</code>, <code>X-RateLimit-Remaining</code> and <code>X-RateLimit-Reset</code> (seconds).
An <code>image_id</code> and its <code>face_id</code>s live for five days unless your key says otherwise; a face that a
person or a face set holds is kept. Where untrained faces would take long, an answer is 202 with a <code>task_id</code>
for <code>/info/task</code>.</p>
${[...families].map(([family, rows]) => `<h2>${family}</h2>\n${rows.map((row) => section(row, server)).join('\n')}`).join('\n')}
<h2 id="statuses">Statuses</h2>
${statusTable(Object.keys(statuses) as StatusName[])}
<h2 id="clients">Clients</h2>
${clientExamples(server)
  .map(({ language, code }) => `<h4>${language}</h4>\n<pre>${escape(code)}</pre>`)
  .join('\n')}
</main>
</body>
</html>
`;
}

const anchor = ({ path }: Endpoint): string => path.slice(1).replace('/', '-');

const link = (endpoint: Endpoint): string => `<a href="#${anchor(endpoint)}">${endpoint.path}</a>`;

function section(endpoint: Endpoint, server: string): string {
  const { method, path, summary, parameters, statuses: own, deferrable } = endpoint;
  return `<section aria-labelledby="${anchor(endpoint)}">
<h3 id="${anchor(endpoint)}"><span class="method">${method}</span> ${path}</h3>
<p>${escape(summary)}.${deferrable ? ' May be answered later.' : ''}</p>
${parameterTable(parameters, endpoint)}
<pre>${escape(curl(endpoint, server))}</pre>
<p class="quiet">Can fail with ${['INVALID_ARGUMENT', ...own].map((name) => `<code>${name}</code>`).join(', ')}${
    own.length > 0 ? '' : ''
  } and what <a href="#statuses">every call</a> can.</p>
</section>`;
}

function parameterTable(parameters: Endpoint['parameters'], { exactlyOne, atLeastOne }: Endpoint): string {
  const rows = Object.entries(parameters).map(([name, parameter]) => {
    const needed = parameter.required
      ? 'required'
      : exactlyOne?.includes(name)
        ? `one of ${exactlyOne.join(', ')}`
        : atLeastOne?.includes(name)
          ? `at least one of ${atLeastOne.join(', ')}`
          : 'optional';
    return `<tr><td><code>${name}</code></td><td>${typeOf(parameter)}</td><td>${needed}</td><td>${escape(parameter.about)}</td></tr>`;
  });
  if (rows.length === 0) return '<p class="quiet">No parameters besides the credentials.</p>';
  return `<table><thead><tr><th>parameter</th><th>type</th><th></th><th>what</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function typeOf({ kind: { wire } }: Parameter<unknown>): string {
  if (wire['format'] === 'binary') return 'file';
  if (wire['format'] === 'uri') return 'address';
  if (wire['type'] === 'integer') return `integer ${wire['minimum']}..${wire['maximum']}, default ${wire['default']}`;
  if (wire['type'] === 'string') return 'text';
  return wire['default'] === 0 ? 'boolean' : 'list of ids';
}

const statusTable = (names: readonly StatusName[]): string =>
  `<table><thead><tr><th>HTTP</th><th>status</th><th>when</th></tr></thead><tbody>${names
    .map((name) => {
      const { http, meaning } = statuses[name];
      const any = COMMON_STATUSES.some((common) => common === name) ? ' <span class="quiet">(any call)</span>' : '';
      return `<tr><td>${http}</td><td><code>${name}</code></td><td>${escape(meaning)}${any}</td></tr>`;
    })
    .join('')}</tbody></table>`;

/** A call that works once the ids are real. */
function curl({ method, path, parameters, exactlyOne, atLeastOne }: Endpoint, server: string): string {
  const shown = Object.entries(parameters).filter(
    ([name, parameter]) => parameter.required || name === (exactlyOne ?? atLeastOne)?.[0],
  );
  const credentials = ['-d api_id=$ID', '-d api_secret=$SECRET'];
  const isMultipart = shown.some(([, parameter]) => typeOf(parameter) === 'file');
  const flag = isMultipart ? '-F' : '-d';
  const fields = shown.map(([name, parameter]) => `${flag} ${name}=${exampleOf(name, parameter)}`);
  const all = [...credentials.map((field) => field.replace('-d', flag)), ...fields];
  return [`curl${method === 'GET' ? ' -G' : ''} ${server}${path}`, ...all].join(' \\\n  ');
}

function exampleOf(name: string, parameter: Parameter<unknown>): string {
  const type = typeOf(parameter);
  if (type === 'file') return '@family.jpg';
  if (type === 'list of ids') return `$${name.toUpperCase()},$ANOTHER`;
  if (name === 'name') return 'Anna';
  return name.endsWith('id') ? `$${name.toUpperCase()}` : '1';
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
