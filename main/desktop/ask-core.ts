/** The core, as the shell itself uses it: by the same contract as the window, with its types. */
import type { Args, EventData, EventName, ProcedureName, Result } from '../../preload/contract.ts';
import type { Core } from '../core.ts';

/** @throws KindredError, with the failure to show */
export async function ask<Name extends ProcedureName>(core: Core, name: Name, args: Args<Name>): Promise<Result<Name>> {
  // Checked against the contract on the way out, by the core.
  return (await core.call(name, args)) as Result<Name>;
}

export function on<Name extends EventName>(core: Core, name: Name, listener: (data: EventData<Name>) => void): void {
  core.follow((told, data) => {
    // The table pairs each name with its data; TypeScript does not follow that pairing.
    if (told === (name as EventName)) listener(data as unknown as EventData<Name>);
  });
}
