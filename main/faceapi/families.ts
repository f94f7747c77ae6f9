/** The families of endpoints: the first part of their paths. */
import type { Endpoint } from './endpoint.ts';

/** In the order of the table of endpoints. */
export const families = {
  info: { title: 'What there is', about: 'What is known of your key, of images, faces, persons, groups and face sets' },
  face: { title: 'Faces', about: 'Find faces in images and compare them' },
  person: { title: 'Persons', about: 'A person has faces; a face is in one person at most' },
  group: {
    title: 'Groups',
    about: 'A group has persons, to tell who of them a face is; a person may be in many groups',
  },
  faceset: { title: 'Face sets', about: 'A face set has faces to search in; a face may be in many face sets' },
} as const;

export type Family = keyof typeof families;

/** @throws when the endpoint is of a family that is none */
export function familyOf({ path }: Pick<Endpoint, 'path'>): Family {
  const name = path.split('/')[1] ?? '';
  if (!isFamily(name)) throw new Error(`${path} is of no family.`);
  return name;
}

const isFamily = (name: string): name is Family => Object.hasOwn(families, name);
