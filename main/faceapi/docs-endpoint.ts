/** An endpoint on the page of documentation: what it does, takes, answers, and what it can fail with. */
import { type AnswerField, answerFields } from './answer-fields.ts';
import { curlExample } from './curl-example.ts';
import type { Endpoint } from './endpoint.ts';
import { type Content, type Html, html, joined } from './html.ts';
import type { Parameter } from './parameters.ts';
import { type StatusName, statuses } from './statuses.ts';

/** Of an endpoint's place on the page. */
export const anchorOf = ({ path }: Endpoint): string => path.slice(1).replace('/', '-');

/** @param server where the API answers, e.g. `http://127.0.0.1:8016` */
export function endpointSection(endpoint: Endpoint, server: string): Html {
  const { method, path, summary, statuses: own, result, deferrable } = endpoint;
  const failures: readonly StatusName[] = hasParameters(endpoint) ? ['INVALID_ARGUMENT', ...own] : own;
  return html`
<section aria-labelledby="${anchorOf(endpoint)}">
<h3 id="${anchorOf(endpoint)}"><a href="#${anchorOf(endpoint)}"><span class="method">${method}</span> ${path}</a></h3>
<p>${summary}.${deferrable ? html` May be <a href="#later">answered later</a>.` : null}</p>
<pre class="shell" translate="no">${curlExample(endpoint, server)}</pre>
<h4>Parameters</h4>
${parameterList(endpoint)}
<h4>Answer</h4>
<dl>${described(['status'], ['"OK"'], '')}${answerFields(result).map(answerField)}</dl>
<h4>Failures</h4>
${failures.length === 0 ? null : html`<dl class="statuses">${failures.map(failure)}</dl>`}
<p class="quiet">${failures.length === 0 ? 'Those' : 'And those'} that <a href="#statuses">any call</a> can have.</p>
</section>`;
}

const hasParameters = ({ parameters }: Endpoint): boolean => Object.keys(parameters).length > 0;

function parameterList(endpoint: Endpoint): Html {
  if (!hasParameters(endpoint)) return html`<p class="quiet">None but the credentials.</p>`;
  return html`<dl>${Object.entries(endpoint.parameters).map(([name, parameter]) =>
    described([name], [typeOf(parameter), need(name, parameter, endpoint)], parameter.about),
  )}
</dl>`;
}

function typeOf({ kind: { type, wire } }: Parameter<unknown>): string {
  if (type !== 'integer') return type;
  return `integer ${wire.minimum}..${wire.maximum}, ${wire.default} if not given`;
}

function need(name: string, { required }: Parameter<unknown>, { exactlyOne, atLeastOne }: Endpoint): Content {
  if (required) return html`<b>required</b>`;
  if (exactlyOne?.includes(name)) return html`one of ${codes(exactlyOne)}`;
  if (atLeastOne?.includes(name)) return html`at least one of ${codes(atLeastOne)}`;
  return null;
}

const answerField = ({ names, type, about, inner }: AnswerField): Html =>
  described(names, [type], about, inner.length === 0 ? null : html`<dl>${inner.map(answerField)}</dl>`);

/** Names and what they are: `type · need · about`. */
function described(names: readonly string[], kind: readonly Content[], about: string, more: Content = null): Html {
  const said = kind.filter((part) => part !== null);
  return html`
<dt>${codes(names)}</dt>
<dd><span class="quiet">${joined(said, ' · ')}</span>${about === '' ? null : ` · ${about}`}${more}</dd>`;
}

const codes = (names: readonly string[]): Content =>
  joined(
    names.map((name) => html`<code>${name}</code>`),
    ', ',
  );

const failure = (name: StatusName): Html => html`
<dt><span class="http">${statuses[name].http}</span> <code>${name}</code></dt><dd>${statuses[name].meaning}</dd>`;
