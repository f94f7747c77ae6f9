/** What a user does to faces: each a command. */
import type { faceProcedures } from '../../preload/contract/faces.ts';
import { execute } from '../organizer/commands/command.ts';
import { confirmFaces } from '../organizer/commands/confirm-faces.ts';
import { drawFace } from '../organizer/commands/draw-face.ts';
import { nameFaces } from '../organizer/commands/name-cluster.ts';
import { rejectFaces } from '../organizer/commands/reject-faces.ts';
import { deleteFaces, hideFaces } from '../organizer/commands/set-aside.ts';
import { splitFaces } from '../organizer/commands/split-faces.ts';
import { DONE, type Family, type Services } from './family.ts';

export const faces = ({ library, engine }: Services): Family<typeof faceProcedures> => ({
  'faces.draw': async ({ photoId: imageId, box: { left, top, width, height }, personId }) => {
    const place = { left, top, right: left + width, bottom: top + height };
    const drawn = { imageId, place, ...(personId !== undefined && { personId }) };
    return { faceId: await drawFace({ library, engine }, drawn) };
  },
  'faces.delete': ({ ids: faceIds }) => {
    execute(library, deleteFaces, { faceIds });
    return DONE;
  },
  'faces.hide': ({ ids: faceIds, hidden }) => {
    execute(library, hideFaces, { faceIds, hidden });
    return DONE;
  },
  'faces.confirm': ({ ids: faceIds, personId }) => {
    execute(library, confirmFaces, { faceIds, personId });
    return DONE;
  },
  'faces.reject': ({ ids: faceIds, personId }) => {
    execute(library, rejectFaces, { faceIds, personId });
    return DONE;
  },
  'faces.name': ({ ids: faceIds, name, ifNameTaken }) => execute(library, nameFaces, { faceIds, name, ifNameTaken }),
  'faces.split': ({ ids: faceIds, from }) => {
    const whole = 'groupId' in from ? { clusterId: from.groupId } : from;
    return { groupId: execute(library, splitFaces, { faceIds, from: whole }).clusterId };
  },
});
