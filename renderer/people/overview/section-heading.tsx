/** What a part of the overview is; the drawer of the hidden opens by it. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useStrings } from '../../strings/strings.ts';
import type { Section } from './card-rows.ts';
import styles from './section-heading.module.css';

interface SectionHeadingProps {
  readonly section: Section;
  readonly style: CSSProperties;
  readonly onToggle: () => void;
}

export function SectionHeading({ section: { name, cards, isClosed }, style, onToggle }: SectionHeadingProps) {
  const { people: words } = useStrings();
  if (name === 'hidden') {
    return (
      <h2 className={styles.heading} style={style}>
        <button type="button" aria-expanded={!isClosed} onClick={onToggle}>
          {isClosed ? <ChevronRight aria-hidden /> : <ChevronDown aria-hidden />}
          {words.hidden(cards.length)}
        </button>
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
