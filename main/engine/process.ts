/** Entry of the engine process: a utility process under Electron, a forked one elsewhere. See client.ts for who starts it. */
import { loadVision } from './load-vision.ts';
import { openPack } from './pack/open-pack.ts';
import { openPort } from './port.ts';
import { serve } from './serve.ts';
import { stepBack } from './step-back.ts';

stepBack();
serve(openPort(), async ({ pack, threads }) => loadVision(await openPack(pack), { threads }));
