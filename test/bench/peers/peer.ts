/** Entry of a peer's process: `peer.ts human` or `peer.ts face-api`. */
import process from 'node:process';
import { contend } from '../contest/contend.ts';
import { loadFaceApi } from './face-api.ts';
import { loadHuman } from './human.ts';

const load = { human: loadHuman, 'face-api': loadFaceApi }[process.argv[2] ?? ''];
if (load === undefined) throw new Error('Which peer? human or face-api');
await contend(load);
