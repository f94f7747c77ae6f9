/** What stands for a set: up to four of the pictures in it, or the sign of its kind while it is empty. */
import { thumbAddress } from '../../photo/addresses.ts';
import type { CollectionKind } from '../kinds.ts';
import styles from './cover.module.css';
import { SignOf } from './sign-of.tsx';

interface CoverProps {
  readonly kind: CollectionKind;
  /** Ids of faces, or of photos for albums. */
  readonly covers: readonly string[];
  /** In a line of a list, where one picture has to do. */
  readonly isSmall?: boolean;
}

export function Cover({ kind, covers, isSmall = false }: CoverProps) {
  const shown = covers.slice(0, isSmall ? 1 : 4);
  const address = (id: string): string => (kind === 'album' ? thumbAddress({ id, turn: null }) : `/face/${id}`);
  return (
    <span className={styles.cover} data-kind={kind} data-small={isSmall || undefined} data-count={shown.length}>
      {shown.length === 0 && <SignOf kind={kind} />}
      {shown.map((id) => (
        <img key={id} src={address(id)} alt="" loading="lazy" decoding="async" draggable={false} />
      ))}
    </span>
  );
}
