/** Faces of one person or group, in rows of which only those in sight are drawn; to open, and to select for what is done. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { Image as ImageIcon, ScanFace } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { Result } from '../../../preload/contract.ts';
import { putInto } from '../../collections/collection-picker.tsx';
import type { PagedList } from '../../lists/paged-list.ts';
import { openPhotoAmong } from '../../photo/open-photo.ts';
import type { PhotoFilter } from '../../photos/timeline.ts';
import { useStrings } from '../../strings/strings.ts';
import type { MenuGroup } from '../../ui/menu-groups.tsx';
import { SelectionBar } from '../../ui/selection-bar.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { useWhoMenu } from '../../who/use-who-menu.tsx';
import { usePicked } from '../selecting/use-picked.ts';
import { useRoving } from '../selecting/use-roving.ts';
import styles from './face-grid.module.css';
import { FaceTile } from './face-tile.tsx';

export type Face = Result<'person.faces'>['faces'][number];

interface FaceGridProps {
  readonly list: PagedList<Face>;
  /** Their photos, the neighbours of one that is opened. */
  readonly among: PhotoFilter;
  /** What is offered for these faces; the grid itself adds how to open one. */
  readonly menuOf: (faces: readonly Face[]) => readonly MenuGroup[];
}

/** px, as the module draws them. */
const [COLUMN, ROW] = [132, 148];
const OVERSCAN = 4;

export function FaceGrid({ list, among, menuOf }: FaceGridProps) {
  const { people: words } = useStrings();
  const whoMenu = useWhoMenu();
  const { total, items, status } = list.use();
  const isRead = status === 'ready';
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const width = useWidth(content);
  const columns = Math.max(1, Math.floor(width / COLUMN));
  const count = width > 0 ? Math.ceil(total / columns) : 0;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: OVERSCAN,
  });
  const rows = useMemo(
    () =>
      Array.from({ length: count }, (_, row) =>
        Array.from({ length: columns }, (_, column) => items.get(row * columns + column)?.id ?? '').filter(Boolean),
      ),
    [count, columns, items],
  );
  const order = useMemo(() => rows.flat(), [rows]);
  const picked = usePicked(order);
  const { current, setCurrent, onKeyDown } = useRoving({
    ...{ rows, content, onSelect: picked.select },
    reveal: (row) => virtualizer.scrollToIndex(row),
  });
  const shown = virtualizer.getVirtualItems();
  const [first, end] = [(shown[0]?.index ?? 0) * columns, ((shown.at(-1)?.index ?? 0) + 1) * columns];
  useEffect(() => {
    if (isRead) list.see(first, end);
  }, [list, isRead, first, end]);

  const open = (face: Face): void => void openPhotoAmong(face.photoId, among);
  const facesOf = (ids: ReadonlySet<string>): Face[] => [...items.values()].filter(({ id }) => ids.has(id));
  const menuFor = (face: Face): MenuGroup[] => {
    const some = picked.keys.has(face.id) ? facesOf(picked.keys) : [face];
    const one: MenuGroup = [
      { label: words.openPhoto, icon: <ImageIcon aria-hidden />, keys: '↵', run: () => open(face) },
    ];
    const collect: MenuGroup = [
      {
        label: words.addToFaceset,
        icon: <ScanFace aria-hidden />,
        run: () =>
          void putInto(
            'faceset',
            some.map(({ id }) => id),
          ),
      },
    ];
    const ask = some.length === 1 ? whoMenu(face.id) : [];
    return [some.length === 1 ? one : [], ...menuOf(some), collect, ...ask];
  };
  return (
    <div ref={scroller} className={styles.scroller}>
      {picked.keys.size > 0 && (
        <SelectionBar
          label={words.selection}
          count={words.selected(picked.keys.size)}
          onClear={picked.clear}
          actions={menuOf(facesOf(picked.keys))}
        />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the faces inside, which are buttons */}
      <div
        ref={content}
        className={styles.content}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || picked.keys.size === 0) return onKeyDown(event);
          event.preventDefault();
          picked.clear();
        }}
        onFocus={({ target }) => target.dataset.card !== undefined && setCurrent(target.dataset.card)}
      >
        {shown.map(({ index, start }) => (
          <ul key={index} className={styles.row} style={{ top: start, gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
            {Array.from({ length: Math.min(columns, total - index * columns) }, (_, column) => {
              const place = index * columns + column;
              const face = items.get(place);
              return face ? (
                <FaceTile
                  key={face.id}
                  face={face}
                  place={place}
                  isCurrent={current === face.id}
                  isSelected={picked.keys.has(face.id)}
                  isSelecting={picked.keys.size > 0}
                  menu={menuFor(face)}
                  onSelect={picked.select}
                  onOpen={() => open(face)}
                />
              ) : (
                <li key={`waiting ${place}`} className={styles.waiting} aria-hidden />
              );
            })}
          </ul>
        ))}
      </div>
    </div>
  );
}
