/** The 30 endpoints of the v1 face API: one row each. Everything that speaks of endpoints reads this table. */
import { z } from 'zod';
import { detect } from './detection.ts';
import { type Endpoint, get, post, postDeferrable } from './endpoint.ts';
import { identification, search, training, verification } from './face.ts';
import { addFacesToFaceset, changeFaceset, createFaceset, deleteFaceset, removeFacesFromFaceset } from './faceset.ts';
import { addPersonsToGroup, changeGroup, createGroup, deleteGroup, removePersonsFromGroup } from './group.ts';
import {
  infoApi,
  infoFace,
  infoFaceset,
  infoGroup,
  infoImage,
  infoPerson,
  infoTask,
  listFacesets,
  listGroups,
  listPersons,
} from './info.ts';
import { address, file, flag, id, ids, integer, name, optional, required, userData } from './parameters.ts';
import { addFacesToPerson, changePerson, createPerson, deletePerson, removeFacesFromPerson } from './person.ts';
import {
  added,
  apiInfo,
  candidateFace,
  candidatePerson,
  confidence,
  count,
  detectedFace,
  facesetName,
  groupName,
  hexId,
  image,
  nothing,
  personName,
  px,
  removed,
  taskStatus,
  total,
} from './results.ts';

export const endpoints: readonly Endpoint[] = [
  get('/info/api', {
    summary: 'Limits and usage of the key',
    parameters: {},
    result: apiInfo,
    statuses: [],
    run: infoApi,
  }),
  get('/info/task', {
    summary: 'State and result of a call that is answered later',
    parameters: { task_id: required(id, 'the task') },
    result: z.object({
      task_id: hexId,
      task_status: taskStatus,
      result: z
        .looseObject({ status: z.literal('OK') })
        .optional()
        .describe('of a task that is done: the answer of its call'),
      reason: z.string().optional().describe('of a task that has failed'),
    }),
    statuses: ['INVALID_TASK'],
    run: infoTask,
  }),
  get('/info/image', {
    summary: 'What is known of an image',
    parameters: { image_id: required(id, 'the image'), with_faces: optional(flag, 'tell its faces') },
    result: image.extend({ faces: z.array(detectedFace).optional().describe('if asked for by with_faces') }),
    statuses: ['INVALID_IMAGE'],
    run: infoImage,
  }),
  get('/info/face', {
    summary: 'What is known of a face',
    parameters: { face_id: required(id, 'the face'), with_image: optional(flag, 'tell its image') },
    result: detectedFace.extend({ image: image.optional().describe('if asked for by with_image') }),
    statuses: ['INVALID_FACE'],
    run: infoFace,
  }),
  get('/info/list_persons', {
    summary: 'All persons of the account, oldest first',
    parameters: {},
    result: z.object({ persons: z.array(personName) }),
    statuses: [],
    run: listPersons,
  }),
  get('/info/list_groups', {
    summary: 'All groups of the account, oldest first',
    parameters: {},
    result: z.object({ groups: z.array(groupName) }),
    statuses: [],
    run: listGroups,
  }),
  get('/info/list_facesets', {
    summary: 'All face sets of the account, oldest first',
    parameters: {},
    result: z.object({ facesets: z.array(facesetName) }),
    statuses: [],
    run: listFacesets,
  }),
  get('/info/person', {
    summary: 'A person and its faces, in the order of adding',
    parameters: { person_id: required(id, 'the person') },
    result: personName.extend({ user_data: z.string(), face_ids: z.array(hexId) }),
    statuses: ['INVALID_PERSON'],
    run: infoPerson,
  }),
  get('/info/group', {
    summary: 'A group and its persons, in the order of adding',
    parameters: { group_id: required(id, 'the group') },
    result: groupName.extend({ user_data: z.string(), persons: z.array(personName) }),
    statuses: ['INVALID_GROUP'],
    run: infoGroup,
  }),
  get('/info/faceset', {
    summary: 'A face set and its faces, in the order of adding',
    parameters: { faceset_id: required(id, 'the face set') },
    result: facesetName.extend({ user_data: z.string(), face_ids: z.array(hexId) }),
    statuses: ['INVALID_FACESET'],
    run: infoFaceset,
  }),

  post('/face/detection', {
    summary: 'Find and describe the faces of an image; the image itself is not kept',
    parameters: {
      file: optional(file, 'the image: JPEG, PNG, BMP, GIF or TIFF of at most 5 MiB, 9 to 4000 px on each side'),
      url: optional(address, 'where to fetch the image instead, within 5 seconds'),
      landmarks106: optional(flag, 'tell 106 landmarks'),
      attributes: optional(flag, 'tell age, gender, attractive, eyeglass, sunglass, smile'),
      auto_rotate: optional(flag, 'look for the right way up'),
      user_data: optional(userData, 'kept with the image'),
    },
    exactlyOne: ['file', 'url'],
    result: z.object({
      image_id: hexId,
      exif_orientation: z.int().min(1).max(8).optional().describe('if the image has one; it is applied'),
      rotate: z.enum(['cw90', 'cw180', 'cw270']).optional().describe('how it was turned upright, with auto_rotate=1'),
      width: px,
      height: px,
      faces: z.array(detectedFace).describe('the largest first; empty when there is none'),
    }),
    statuses: [
      'DOWNLOAD_TIMEOUT',
      'DOWNLOAD_ERROR',
      'IMAGE_FILE_SIZE_TOO_BIG',
      'CORRUPT_IMAGE',
      'INVALID_IMAGE_FORMAT_OR_SIZE',
    ],
    run: detect,
  }),
  postDeferrable('/face/verification', {
    summary: 'Is a face the same person as another face, or as a person',
    parameters: {
      face_id: required(id, 'the face'),
      face2_id: optional(id, 'the face to compare it with'),
      person_id: optional(id, 'or the person'),
    },
    exactlyOne: ['face2_id', 'person_id'],
    result: z.object({
      same_person: z.boolean().describe('is the confidence above 0.6'),
      confidence,
      face_id: hexId,
      face2_id: hexId.optional().describe('whichever it was compared with'),
      person_id: hexId.optional().describe('whichever it was compared with'),
    }),
    statuses: ['INVALID_FACE', 'INVALID_FACE2', 'INVALID_PERSON', 'EMPTY_PERSON'],
    deferrable: verification,
  }),
  postDeferrable('/face/search', {
    summary: 'The faces of a set that are most like a face',
    parameters: {
      face_id: required(id, 'the face'),
      face_ids: optional(ids, 'faces to search in'),
      faceset_id: optional(id, 'or a face set; face_ids is then not looked at'),
      top: optional(integer(1, 10, 3), 'most candidates'),
    },
    atLeastOne: ['face_ids', 'faceset_id'],
    result: z.object({
      face_id: hexId,
      candidates: z.array(candidateFace).describe('the best first, however unlike they are'),
    }),
    statuses: ['INVALID_FACE', 'INVALID_FACESET', 'EMPTY_FACESET'],
    deferrable: search,
  }),
  postDeferrable('/face/identification', {
    summary: 'Which persons of a group a face may be',
    parameters: {
      face_id: required(id, 'the face'),
      group_id: required(id, 'the group'),
      top: optional(integer(1, 5, 2), 'most candidates'),
    },
    result: z.object({
      face_id: hexId,
      group_id: hexId,
      candidates: z.array(candidatePerson).describe('the best first, above 0.6 only'),
    }),
    statuses: ['INVALID_FACE', 'INVALID_GROUP', 'EMPTY_GROUP'],
    deferrable: identification,
  }),
  postDeferrable('/face/training', {
    summary: 'Make faces comparable ahead of time, so that later calls answer at once',
    parameters: {
      face_id: optional(ids, 'faces'),
      person_id: optional(ids, 'persons'),
      faceset_id: optional(ids, 'face sets'),
      group_id: optional(ids, 'groups'),
    },
    atLeastOne: ['face_id', 'person_id', 'faceset_id', 'group_id'],
    result: nothing,
    statuses: ['INVALID_FACE', 'INVALID_PERSON', 'INVALID_FACESET', 'INVALID_GROUP'],
    deferrable: training,
  }),

  post('/person/create', {
    summary: 'Make a person, with faces if wanted',
    parameters: {
      name: required(name, 'its name; need not be unique'),
      face_id: optional(ids, 'its first faces'),
      user_data: optional(userData, 'anything'),
    },
    result: z.object({ person_id: hexId, face_count: count.optional().describe('left out when 0') }),
    statuses: ['INVALID_FACE', 'QUOTA_EXCEEDED'],
    run: createPerson,
  }),
  post('/person/delete', {
    summary: 'Delete a person; its faces stay',
    parameters: { person_id: required(id, 'the person') },
    result: nothing,
    statuses: ['INVALID_PERSON'],
    run: deletePerson,
  }),
  post('/person/add_face', {
    summary: 'Add faces to a person, out of whatever person they were in',
    parameters: { person_id: required(id, 'the person'), face_id: required(ids, 'the faces') },
    result: z.object({ person_id: hexId, face_count: total, added_count: added }),
    statuses: ['INVALID_PERSON', 'EMPTY_FACE_ID', 'INVALID_FACE', 'QUOTA_EXCEEDED'],
    run: addFacesToPerson,
  }),
  post('/person/remove_face', {
    summary: 'Take faces out of a person; ids that are not in it are passed over',
    parameters: { person_id: required(id, 'the person'), face_id: required(ids, 'the faces') },
    result: z.object({ person_id: hexId, face_count: total, removed_count: removed }),
    statuses: ['INVALID_PERSON', 'EMPTY_FACE_ID'],
    run: removeFacesFromPerson,
  }),
  post('/person/change', {
    summary: 'Rename a person or change its user_data',
    parameters: {
      person_id: required(id, 'the person'),
      name: optional(name, 'its new name'),
      user_data: optional(userData, 'its new user_data'),
    },
    atLeastOne: ['name', 'user_data'],
    result: nothing,
    statuses: ['INVALID_PERSON'],
    run: changePerson,
  }),

  post('/group/create', {
    summary: 'Make a group, with persons if wanted',
    parameters: {
      name: required(name, 'its name; need not be unique'),
      person_id: optional(ids, 'its first persons'),
      user_data: optional(userData, 'anything'),
    },
    result: z.object({ group_id: hexId, name: z.string(), person_count: count.optional().describe('left out when 0') }),
    statuses: ['INVALID_PERSON', 'QUOTA_EXCEEDED'],
    run: createGroup,
  }),
  post('/group/delete', {
    summary: 'Delete a group; its persons stay',
    parameters: { group_id: required(id, 'the group') },
    result: nothing,
    statuses: ['INVALID_GROUP'],
    run: deleteGroup,
  }),
  post('/group/add_person', {
    summary: 'Add persons to a group',
    parameters: { group_id: required(id, 'the group'), person_id: required(ids, 'the persons') },
    result: z.object({ group_id: hexId, name: z.string(), person_count: total, added_count: added }),
    statuses: ['INVALID_GROUP', 'EMPTY_PERSON_ID', 'INVALID_PERSON', 'QUOTA_EXCEEDED'],
    run: addPersonsToGroup,
  }),
  post('/group/remove_person', {
    summary: 'Take persons out of a group; ids that are not in it are passed over',
    parameters: { group_id: required(id, 'the group'), person_id: required(ids, 'the persons') },
    result: z.object({ group_id: hexId, name: z.string(), person_count: total, removed_count: removed }),
    statuses: ['INVALID_GROUP', 'EMPTY_PERSON_ID'],
    run: removePersonsFromGroup,
  }),
  post('/group/change', {
    summary: 'Rename a group or change its user_data',
    parameters: {
      group_id: required(id, 'the group'),
      name: optional(name, 'its new name'),
      user_data: optional(userData, 'its new user_data'),
    },
    atLeastOne: ['name', 'user_data'],
    result: nothing,
    statuses: ['INVALID_GROUP'],
    run: changeGroup,
  }),

  post('/faceset/create', {
    summary: 'Make a face set, with faces if wanted',
    parameters: {
      name: required(name, 'its name; need not be unique'),
      face_id: optional(ids, 'its first faces'),
      user_data: optional(userData, 'anything'),
    },
    result: z.object({ faceset_id: hexId, name: z.string(), face_count: count.optional().describe('left out when 0') }),
    statuses: ['INVALID_FACE', 'QUOTA_EXCEEDED'],
    run: createFaceset,
  }),
  post('/faceset/delete', {
    summary: 'Delete a face set; its faces stay',
    parameters: { faceset_id: required(id, 'the face set') },
    result: nothing,
    statuses: ['INVALID_FACESET'],
    run: deleteFaceset,
  }),
  post('/faceset/add_face', {
    summary: 'Add faces to a face set',
    parameters: { faceset_id: required(id, 'the face set'), face_id: required(ids, 'the faces') },
    result: z.object({ faceset_id: hexId, name: z.string(), face_count: total, added_count: added }),
    statuses: ['INVALID_FACESET', 'EMPTY_FACE_ID', 'INVALID_FACE', 'QUOTA_EXCEEDED'],
    run: addFacesToFaceset,
  }),
  post('/faceset/remove_face', {
    summary: 'Take faces out of a face set; ids that are not in it are passed over',
    parameters: { faceset_id: required(id, 'the face set'), face_id: required(ids, 'the faces') },
    result: z.object({ faceset_id: hexId, name: z.string(), face_count: total, removed_count: removed }),
    statuses: ['INVALID_FACESET', 'EMPTY_FACE_ID'],
    run: removeFacesFromFaceset,
  }),
  post('/faceset/change', {
    summary: 'Rename a face set or change its user_data',
    parameters: {
      faceset_id: required(id, 'the face set'),
      name: optional(name, 'its new name'),
      user_data: optional(userData, 'its new user_data'),
    },
    atLeastOne: ['name', 'user_data'],
    result: nothing,
    statuses: ['INVALID_FACESET'],
    run: changeFaceset,
  }),
];
