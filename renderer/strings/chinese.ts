/** The window in Chinese. */

import { api } from './chinese/api.ts';
import { collections } from './chinese/collections.ts';
import { common } from './chinese/common.ts';
import { count } from './chinese/count.ts';
import { exports } from './chinese/exports.ts';
import { failures } from './chinese/failures.ts';
import { history } from './chinese/history.ts';
import { imports } from './chinese/imports.ts';
import { notices } from './chinese/notices.ts';
import { palette } from './chinese/palette.ts';
import { people } from './chinese/people.ts';
import { photo } from './chinese/photo.ts';
import { photos } from './chinese/photos.ts';
import { settings } from './chinese/settings.ts';
import { shortcuts } from './chinese/shortcuts.ts';
import { views } from './chinese/views.ts';
import { who } from './chinese/who.ts';
import type { Strings } from './english.ts';

export const chinese: Strings = {
  locale: 'zh',
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
