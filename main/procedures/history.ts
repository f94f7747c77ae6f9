/** Undo and redo, and what they would do. */
import type { historyProcedures } from '../../preload/contract/history.ts';
import { Label } from '../../preload/contract/labels.ts';
import type { Reversal } from '../library/changes.ts';
import { type Family, ProcedureError, type Services } from './family.ts';

export const history = ({ library }: Services): Family<typeof historyProcedures> => ({
  'history.state': () => {
    const { undo, redo } = library.reversible();
    return { undo: undo === null ? null : Label.parse(undo), redo: redo === null ? null : Label.parse(redo) };
  },
  'history.list': ({ limit }) => ({
    changes: library
      .changes(undefined, limit)
      .map(({ label, madeAt, undone }) => ({ label: Label.parse(label), madeAt, undone })),
  }),
  'history.undo': () => {
    const reversal = library.undo();
    if (!reversal) throw new ProcedureError('nothing-to-undo', 'There is nothing to undo.');
    return told(reversal);
  },
  'history.redo': () => {
    const reversal = library.redo();
    if (!reversal) throw new ProcedureError('nothing-to-redo', 'There is nothing to do again.');
    return told(reversal);
  },
});

const told = ({ change, skipped }: Reversal) => ({ label: Label.parse(change.label), skipped: skipped.length });
