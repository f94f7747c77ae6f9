/**
 * What main answers when the window asks: every procedure of preload/contract.ts, from one file for each family. Arguments
 * are checked against the contract on the way in, results on the way out, so that nothing leaves that it does not promise.
 */
import { z } from 'zod';
import { type ProcedureName, procedures } from '../../preload/contract.ts';
import { api } from './api.ts';
import { collections } from './collections.ts';
import { exports } from './exports.ts';
import { faces } from './faces.ts';
import { type Family, ProcedureError, type Services } from './family.ts';
import { find } from './find.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { people } from './people.ts';
import { photos } from './photos.ts';
import { settings } from './settings.ts';
import { who } from './who.ts';

/** Answers a call by name, whoever carried it here. @throws KindredError, with the failure to show */
export type Procedures = (name: string, args: unknown) => Promise<unknown>;

export function createProcedures(services: Services): Procedures {
  const implementation: Family<typeof procedures> = {
    ...photos(services),
    ...faces(services),
    ...people(services),
    ...who(services),
    ...find(services),
    ...collections(services),
    ...imports(services),
    ...settings(services),
    ...api(services),
    ...exports(services),
    ...history(services),
    'notices.missed': () => ({ notices: services.notices.missed() }),
  };
  return async (name, args) => {
    if (!isProcedure(name)) throw new ProcedureError('no-such-procedure', `There is no procedure ${name}.`);
    const checked = procedures[name].args.safeParse(args);
    if (!checked.success) throw new ProcedureError('invalid-arguments', `${name}: ${z.prettifyError(checked.error)}`);
    // The table pairs each name with its schema and its function; TypeScript does not follow that pairing.
    const run = implementation[name] as (args: unknown) => unknown;
    return procedures[name].result.parse(await run(checked.data));
  };
}

const isProcedure = (name: string): name is ProcedureName => Object.hasOwn(procedures, name);
