/** What stands above a grid while photos are selected. */
import { Ellipsis } from 'lucide-react';
import { useStrings } from '../strings/strings.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import type { MenuGroup } from '../ui/menu-groups.tsx';
import { SelectionBar } from '../ui/selection-bar.tsx';
import type { Selection } from './selection.ts';

interface PhotoSelectionBarProps {
  readonly selection: Selection;
  /** How many there are to select. */
  readonly total: number;
  readonly menuOf: (ids: readonly string[]) => readonly MenuGroup[];
}

export function PhotoSelectionBar({ selection, total, menuOf }: PhotoSelectionBarProps) {
  const { photos: words } = useStrings();
  const ids = selection.use((state) => state.ids);
  if (ids.size === 0) return null;
  const groups = menuOf([...ids]);
  const plain = groups.flat().filter(({ entries }) => !entries);
  return (
    <SelectionBar
      label={words.selection}
      count={words.selected(ids.size)}
      onClear={() => selection.clear()}
      onSelectAll={ids.size < total && (() => void selection.selectAll())}
    >
      {plain.map(({ label, icon, run }) => (
        <IconButton key={label} label={label} icon={icon} onClick={run} />
      ))}
      <Menu trigger={<IconButton label={words.moreActions} icon={<Ellipsis />} />} groups={groups} />
    </SelectionBar>
  );
}
