/** The window in English, a file for each part of it. Every other language has the same keys, or does not compile. */

import { api } from './english/api.ts';
import { collections } from './english/collections.ts';
import { common } from './english/common.ts';
import { count } from './english/count.ts';
import { exports } from './english/exports.ts';
import { failures } from './english/failures.ts';
import { history } from './english/history.ts';
import { imports } from './english/imports.ts';
import { notices } from './english/notices.ts';
import { palette } from './english/palette.ts';
import { people } from './english/people.ts';
import { photo } from './english/photo.ts';
import { photos } from './english/photos.ts';
import { settings } from './english/settings.ts';
import { shortcuts } from './english/shortcuts.ts';
import { views } from './english/views.ts';
import { who } from './english/who.ts';

export const english = {
  locale: 'en',
  views,
  common,
  count,
  photos,
  photo,
  who,
  palette,
  shortcuts,
  people,
  collections,
  exports,
  failures,
  notices,
  history,
  imports,
  settings,
  api,
};

export type Strings = typeof english;
