import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { VIEWS } from '../../../preload/contract/views.ts';
import { chinese } from '../words/chinese.ts';
import { english } from '../words/english.ts';
import { type MenuActions, type MenuFacts, menuTemplate } from './menu-template.ts';

const FACTS: MenuFacts = { words: english.menu, isMac: false, isInDevelopment: false, recent: ['/a', '/b & c'] };

/** Writes down what it is asked for. */
function recorder() {
  const asked: string[] = [];
  const record = (name: string) => (what?: unknown) =>
    void asked.push(typeof what === 'string' ? `${name} ${what}` : name);
  const actions: MenuActions = {
    command: record('command'),
    importFolders: record('importFolders'),
    importPhotos: record('importPhotos'),
    openLibrary: record('openLibrary'),
    openRecent: record('openRecent'),
    documentation: record('documentation'),
    apiDocumentation: record('apiDocumentation'),
    logs: record('logs'),
    about: record('about'),
  };
  return { asked, actions };
}

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

const menu = (facts: Partial<MenuFacts> = {}, actions = recorder().actions): MenuItemConstructorOptions[] =>
  flat(menuTemplate({ ...FACTS, ...facts }, actions));

const click = (items: readonly MenuItemConstructorOptions[], id: string): void => {
  const { click: act } = items.find((item) => item.id === id) ?? {};
  // What Electron hands over is of no interest to any item.
  Reflect.apply(act ?? expect.fail(`no item ${id}`), null, []);
};

describe.each([
  ['on a Mac', true],
  ['elsewhere', false],
])('%s', (_where, isMac) => {
  test('every item has a text, in both languages', () => {
    for (const { menu: words } of [english, chinese]) {
      for (const item of menu({ words, isMac })) if (item.type !== 'separator') expect(item.label).toBeTruthy();
    }
  });

  test('no shortcut is given twice, and no id', () => {
    const items = menu({ isMac, isInDevelopment: true });
    for (const key of ['accelerator', 'id'] as const) {
      const given = items.map((item) => item[key]).filter((value) => value !== undefined);
      expect(new Set(given).size).toBe(given.length);
    }
  });

  test('there is one way to quit, one to the settings and one to "about"', () => {
    const items = menu({ isMac });
    expect(items.filter(({ role }) => role === 'quit')).toHaveLength(1);
    for (const id of ['settings', 'about']) expect(items.filter((item) => item.id === id)).toHaveLength(1);
  });
});

test('every view has its number', () => {
  const { asked, actions } = recorder();
  const items = menu({}, actions);
  for (const view of VIEWS) click(items, `view-${view}`);
  expect(asked).toEqual(VIEWS.map((view) => `command ${view}`));
  expect(items.find(({ id }) => id === 'view-people')?.accelerator).toBe('CmdOrCtrl+2');
});

test('undo, redo and "select all" are commands to the window', () => {
  const { asked, actions } = recorder();
  const items = menu({}, actions);
  click(items, 'undo');
  click(items, 'redo');
  click(items, 'select-all');
  expect(asked).toEqual(['command undo', 'command redo', 'command select-all']);
});

test('recent libraries are opened by their folders, whatever is in their names', () => {
  const { asked, actions } = recorder();
  const items = menu({}, actions);
  click(items, 'recent-1');
  expect(asked).toEqual(['openRecent /b & c']);
  expect(items.find(({ id }) => id === 'recent-1')?.label).toBe('/b && c');
  expect(menu({ recent: [] }).find(({ id }) => id === 'recent-libraries')?.enabled).toBe(false);
});

test('only developers can reload the page and look into it', () => {
  const roles = (isInDevelopment: boolean) =>
    menu({ isInDevelopment }).filter(({ role }) => role === 'reload' || role === 'toggleDevTools');
  expect(roles(true)).toHaveLength(2);
  expect(roles(false)).toHaveLength(0);
});
