/** Some faces get a name: one of the people there are, or somebody new. */
import { call } from '../bridge.ts';
import { NameField } from '../people/naming/name-field.tsx';
import { unlessNameTaken } from '../people/naming/unless-name-taken.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import styles from './person-choice.module.css';
import { changeFaces } from './who-store.ts';

interface PersonChoiceProps {
  readonly faceIds: readonly string[];
  /** Who they are known not to be. */
  readonly except: readonly string[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function PersonChoice({ faceIds, except, onDone, onCancel }: PersonChoiceProps) {
  const { who: words, common } = useStrings();
  const ids = [...faceIds];
  const tell = async (work: () => Promise<unknown>): Promise<void> => {
    if (await changeFaces(work)) onDone();
  };
  return (
    <div className={styles.naming}>
      <NameField
        label={words.nameOrPerson}
        autoFocus
        except={except}
        onChoose={(personId) => void tell(() => call('faces.confirm', { ids, personId }))}
        onName={(name, ifNameTaken) => unlessNameTaken(call('faces.name', { ids, name, ifNameTaken }), tell)}
        onCancel={onCancel}
      />
      <Button tone="quiet" onClick={onCancel}>
        {common.cancel}
      </Button>
    </div>
  );
}
