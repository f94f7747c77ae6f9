/** "These faces are somebody else": who? */
import { call } from '../../bridge.ts';
import { change } from '../../changes/change.ts';
import { useStrings } from '../../strings/strings.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { NameField } from '../naming/name-field.tsx';
import { unlessNameTaken } from '../naming/unless-name-taken.ts';

interface OtherPersonDialogProps {
  readonly faceIds: readonly string[];
  /** Who it is not. */
  readonly except: readonly string[];
  readonly onClose: () => void;
}

export function OtherPersonDialog({ faceIds, except, onClose }: OtherPersonDialogProps) {
  const { people: words } = useStrings();
  const ids = [...faceIds];
  return (
    <Dialog title={words.whoAre(ids.length)} onClose={onClose}>
      <NameField
        label={words.name}
        autoFocus
        except={except}
        onChoose={(personId) => {
          onClose();
          void change(() => call('faces.confirm', { ids, personId }));
        }}
        onName={async (name, ifNameTaken) => {
          const isTaken = await unlessNameTaken(call('faces.name', { ids, name, ifNameTaken }));
          if (!isTaken) onClose();
          return isTaken;
        }}
        onCancel={onClose}
      />
    </Dialog>
  );
}
