/** Above a view: narrows what it shows to what is called so. */
import { Search } from 'lucide-react';
import styles from './search-field.module.css';

interface SearchFieldProps {
  /** What is looked for, and among what. */
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
}

export function SearchField({ label, value, onType }: SearchFieldProps) {
  return (
    <div className={styles.field}>
      <Search aria-hidden />
      <input
        type="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  );
}
