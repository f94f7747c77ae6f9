/** What a part of the overview is; the drawer of the hidden opens by it, and it leads to those who are seen once. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { CSSProperties } from 'react';
import { formatRoute } from '../../navigation/route.ts';
import { useStrings } from '../../strings/strings.ts';
import type { Section } from './card-rows.ts';
import styles from './section-heading.module.css';

interface SectionHeadingProps {
  readonly section: Section;
  readonly style: CSSProperties;
  readonly onToggle: () => void;
}

export function SectionHeading({ section, style, onToggle }: SectionHeadingProps) {
  const { people: words, count } = useStrings();
  const { name, cards, isClosed, count: total = cards.length } = section;
  if (name === 'hidden') {
    return (
      <h2 className={styles.heading} style={style}>
        <button type="button" aria-expanded={!isClosed} onClick={onToggle}>
          {isClosed ? <ChevronRight aria-hidden /> : <ChevronDown aria-hidden />}
          {words.hidden(total)}
        </button>
      </h2>
    );
  }
  if (name === 'once') {
    return (
      <h2 className={styles.heading} style={style}>
        <a href={formatRoute({ view: 'people', id: null, page: 'once' })}>
          {words.seenOnce}
          <small>{count.faces(total)}</small>
          <ChevronRight aria-hidden />
        </a>
      </h2>
    );
  }
  return (
    <h2 className={styles.heading} style={style}>
      {words.unnamed}
      <small>{words.unnamedHint}</small>
    </h2>
  );
}
