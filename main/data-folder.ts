/** Where a library lives unless the user says otherwise: the platform's folder for application data. */
import { resolve } from 'node:path';
import envPaths from 'env-paths';

/** @param chosen what the user gave with --data, relative to the working directory */
export const dataFolder = (chosen: string | undefined): string =>
  chosen ? resolve(chosen) : envPaths('Kindred', { suffix: '' }).data;
