import { expect, test } from 'vitest';
import { html, joined } from './html.ts';

test('what is put in is text, in elements and in attributes', () => {
  const nasty = `<script>"&'`;
  expect(html`<p title="${nasty}">${nasty}</p>`.text).toBe(
    '<p title="&lt;script&gt;&quot;&amp;&#39;">&lt;script&gt;&quot;&amp;&#39;</p>',
  );
  expect(html`${[nasty, [nasty]]}`.text).toBe('&lt;script&gt;&quot;&amp;&#39;'.repeat(2));
  expect(html`${joined(['<', '>'], '&')}`.text).toBe('&lt;&amp;&gt;');
});

test('HTML that was made here stays HTML, wherever it is put in', () => {
  const bold = html`<b>${'a&b'}</b>`;
  expect(html`<p>${[bold, ', ', html`${bold}`]}</p>`.text).toBe('<p><b>a&amp;b</b>, <b>a&amp;b</b></p>');
});

test('nothing is put in for null, and 0 for 0', () => {
  expect(html`<p>${null}${0}${[]}</p>`.text).toBe('<p>0</p>');
});
