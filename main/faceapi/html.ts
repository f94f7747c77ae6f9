/** HTML in which whatever is put in is text, unless it was made here. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may be put in; nothing for null. */
export type Content = string | number | null | Html | readonly Content[];

/** A template: `html`<p>${text}</p>``. Lists follow each other without a gap. */
export function html(markup: TemplateStringsArray, ...contents: readonly Content[]): Html {
  const [first = '', ...rest] = markup;
  return new Html(first + rest.map((part, i) => markupOf(contents[i] ?? null) + part).join(''));
}

function markupOf(content: Content): string {
  if (content === null) return '';
  if (content instanceof Html) return content.text;
  if (typeof content === 'string' || typeof content === 'number') return escaped(String(content));
  return content.map(markupOf).join('');
}

/** The contents with a separator between each two. */
export const joined = (contents: readonly Content[], separator: string): Content =>
  contents.flatMap((content, i) => (i === 0 ? [content] : [separator, content]));

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
