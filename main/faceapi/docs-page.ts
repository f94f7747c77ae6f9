/** The page at /docs: the API for people, made from the table of endpoints. It has no script and asks for its style only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientExamples } from './client-examples.ts';
import { curlExample } from './curl-example.ts';
import { anchorOf, endpointSection } from './docs-endpoint.ts';
import { endpoints } from './endpoints.ts';
import { type Family, families, familyOf } from './families.ts';
import { type Html, html } from './html.ts';
import { COMMON_STATUSES, type StatusName, statuses } from './statuses.ts';

export const DOCS_CSS = readFileSync(join(import.meta.dirname, 'docs.css'), 'utf8');

const byFamily = Map.groupBy(endpoints, familyOf);

/** @param server where the API answers, e.g. `http://127.0.0.1:8016` */
export const docsPage = (server: string): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kindred face API</title>
<link rel="stylesheet" href="/docs.css">
<link rel="alternate" type="application/json" title="OpenAPI" href="/openapi.json">
</head>
<body>
<a class="skip" href="#start">Skip the list of endpoints</a>
${contents}
<main>
${start(server)}
${conventions}
${[...byFamily.keys()].map((family) => familySection(family, server))}
${statusSection}
<h2 id="clients">Clients</h2>
<p>One task, three languages: are the main faces of two photos the same person?</p>
${clientExamples(server).map(
  ({ language, code }) => html`<h3>${language}</h3>
<pre tabindex="0" role="region" aria-label="${language} client" translate="no">${code}</pre>`,
)}
</main>
</body>
</html>
`.text;

const contents = html`<nav aria-label="Contents">
<p><a href="#start"><b>Kindred face API</b> <span class="quiet">v1</span></a></p>
<ul>
<li><a href="#calls">How calls work</a></li>
<li><a href="#statuses">Statuses</a></li>
<li><a href="#clients">Clients</a></li>
<li><a href="/openapi.json">openapi.json</a></li>
</ul>
${[...byFamily].map(
  ([family, rows]) => html`<p><a href="#${family}">${families[family].title}</a></p>
<ul>${rows.map((row) => html`<li><a href="#${anchorOf(row)}"><code>${row.path}</code></a></li>`)}</ul>`,
)}
</nav>`;

function start(server: string): Html {
  const first = endpoints.find(({ path }) => path === '/info/api');
  return html`<header>
<h1 id="start">Kindred face API</h1>
<p class="lead">Faces, persons, groups and face sets for scripts on this machine. It answers at
<code>${server}</code>, to this machine only; no photo and no face leaves it.</p>
</header>
<p>Make a key, put its two halves where your script finds them, and ask whether they work:</p>
<pre class="shell" translate="no">npx kindred keys create --name "my script"
export KINDRED_ID=… KINDRED_SECRET=…
${first ? curlExample(first, server) : ''}</pre>
<p><a href="#face-detection">Detection</a> gives every face of a photo an id. Put faces into
<a href="#person">persons</a> or <a href="#faceset">face sets</a>, persons into <a href="#group">groups</a>, and ask
whether two faces are <a href="#face-verification">one person</a>, which faces are
<a href="#face-search">most like one</a>, or <a href="#face-identification">who of a group</a> it is.</p>`;
}

const conventions = html`<h2 id="calls">How calls work</h2>
<dl class="prose">
<dt>Credentials</dt>
<dd>Every call carries <code>api_id</code> and <code>api_secret</code>, in the query string or in the body.</dd>
<dt>Parameters</dt>
<dd>A GET takes them in the query string. A POST takes a query string, JSON, a form or
<code>multipart/form-data</code>, or some of each; the body wins. What is not known is ignored.</dd>
<dt>Values</dt>
<dd>An id is 32 hex digits. A list of ids is a JSON array or a text with commas. A boolean is <code>1</code> or
<code>0</code>, and <code>0</code> if not given. A file is a part of a multipart body.</dd>
<dt>Answers</dt>
<dd>JSON, always: <code>"status": "OK"</code> and what was asked for, or the <a href="#statuses">status</a> of the failure
and often a <code>reason</code>.</dd>
<dt>Rate</dt>
<dd>A key may make so many calls in so many seconds. Every answer has <code>X-RateLimit-Limit</code>,
<code>X-RateLimit-Remaining</code> and <code>X-RateLimit-Reset</code>: calls in a window, calls left, and seconds until the
next window.</dd>
<dt>Lifetimes</dt>
<dd>The ids of an image and its faces are good for five days, unless the key says otherwise. A face that a person or a face
set holds by then stays in it, and can still be removed. Images are not kept at all.</dd>
<dt id="later">Answers that come later</dt>
<dd>Where many faces have to be trained first, the answer is 202 with a <code>task_id</code>, and
<a href="#info-task"><code>/info/task</code></a> has the rest for 24 hours. Faces that
<a href="#face-training">were trained</a> are answered at once.</dd>
</dl>`;

const familySection = (family: Family, server: string): Html => html`
<h2 id="${family}">${families[family].title}</h2>
<p>${families[family].about}.</p>
${byFamily.get(family)?.map((endpoint) => endpointSection(endpoint, server)) ?? null}`;

const statusSection = html`<h2 id="statuses">Statuses</h2>
<p>Any call can have these:</p>
${statusTable(COMMON_STATUSES)}
<p>And these are for the endpoints that name them:</p>
${statusTable(allStatuses().filter((name) => !COMMON_STATUSES.some((common) => common === name)))}`;

// The names of the table, of which it has no others.
function allStatuses(): StatusName[] {
  return Object.keys(statuses) as StatusName[];
}

function statusTable(names: readonly StatusName[]): Html {
  return html`<table>
<thead><tr><th scope="col">HTTP</th><th scope="col">Status</th><th scope="col">When</th></tr></thead>
<tbody>${names.map(
    (name) => html`
<tr><td class="http">${statuses[name].http}</td><td><code>${name}</code></td><td>${statuses[name].meaning}</td></tr>`,
  )}
</tbody>
</table>
`;
}
