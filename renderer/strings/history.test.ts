import { expect, test } from 'vitest';
import { Deed, type Label } from '../../preload/contract/labels.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';

const DEEDS: readonly (readonly [Deed, english: string, chinese: string])[] = [
  [{ does: 'create-collection', kind: 'group', name: 'Family' }, 'Make the group Family', '新建群组“Family”'],
  [
    { does: 'rename-collection', kind: 'faceset', name: 'Choir', to: 'Band' },
    'Rename the face set Choir to Band',
    '把人脸集“Choir”重命名为“Band”',
  ],
  [
    { does: 'set-collection-user-data', kind: 'album', name: 'Sea' },
    'Change the data of the album Sea',
    '更改相册“Sea”的数据',
  ],
  [{ does: 'delete-collection', kind: 'album', name: null }, 'Delete the album', '删除相册'],
  [
    { does: 'add-to-collection', kind: 'group', name: 'Family', members: 3 },
    'Add 3 to the group Family',
    '把 3 个人添加到群组“Family”',
  ],
  [
    { does: 'take-from-collection', kind: 'faceset', name: 'Choir', members: 1 },
    'Take 1 out of the face set Choir',
    '从人脸集“Choir”移除 1 张人脸',
  ],
  [{ does: 'confirm-faces', faces: 3, person: 'Anna' }, 'Put 3 faces into Anna', '确认 3 张人脸是“Anna”'],
  [{ does: 'confirm-faces', faces: 1, person: null }, 'Put 1 face into a person', '确认 1 张人脸是某人'],
  [{ does: 'reject-faces', faces: 2, person: 'Anna' }, 'Say that 2 faces are not Anna', '说明 2 张人脸不是“Anna”'],
  [{ does: 'reject-faces', faces: 1, person: 'Anna' }, 'Say that 1 face is not Anna', '说明 1 张人脸不是“Anna”'],
  [{ does: 'draw-face' }, 'Draw a face', '框出一张人脸'],
  [{ does: 'split-faces', faces: 2 }, 'Make 2 faces a group of their own', '把 2 张人脸分成单独一组'],
  [{ does: 'hide-faces', faces: 1, hidden: true }, 'Hide 1 face', '隐藏 1 张人脸'],
  [{ does: 'delete-faces', faces: 1200 }, 'Delete 1,200 faces', '删除 1,200 张人脸'],
  [{ does: 'name-faces', faces: 1, name: 'Bea' }, 'Name 1 face Bea', '把 1 张人脸命名为“Bea”'],
  [{ does: 'name-cluster', name: 'Bea' }, 'Name a group Bea', '把一个未命名分组命名为“Bea”'],
  [{ does: 'hide-clusters', groups: 1, hidden: false }, 'Show a group', '显示 1 个未命名分组'],
  [{ does: 'merge-clusters', groups: 3 }, 'Merge 3 groups', '合并 3 个未命名分组'],
  [{ does: 'merge-cluster-into-person', person: 'Anna' }, 'Put a group into Anna', '把一个未命名分组并入“Anna”'],
  [
    { does: 'merge-persons', people: 1, person: 'Anne', groups: 2, into: 'Anna' },
    'Merge Anne and 2 groups into Anna',
    '把“Anne”和 2 个未命名分组并入“Anna”',
  ],
  [
    { does: 'merge-persons', people: 3, person: null, groups: 0, into: 'Anna' },
    'Merge 3 people into Anna',
    '把 3 个人并入“Anna”',
  ],
  [
    { does: 'tell-apart', person: 'Anna', other: 'Bea' },
    'Say that Anna and Bea are not the same',
    '说明“Anna”和“Bea”不是同一个人',
  ],
  [{ does: 'rename-person', person: 'Anna', to: 'Anne' }, 'Rename Anna to Anne', '把“Anna”改名为“Anne”'],
  [{ does: 'set-notes', person: 'Anna' }, 'Change the notes on Anna', '更改“Anna”的备注'],
  [{ does: 'set-person-user-data', person: 'Anna' }, 'Change the data of Anna', '更改“Anna”的数据'],
  [{ does: 'set-feature-face', person: 'Anna' }, 'Change the picture of Anna', '更改“Anna”的头像'],
  [{ does: 'hide-persons', people: 1, hidden: true }, 'Hide 1 person', '隐藏 1 个人'],
  [{ does: 'delete-persons', people: 1, person: 'Anna' }, 'Delete Anna', '删除“Anna”'],
  [{ does: 'delete-persons', people: 2, person: null }, 'Delete 2 people', '删除 2 个人'],
  [{ does: 'delete-photos', photos: 2 }, 'Delete 2 photos from the library', '从图库删除 2 张照片'],
  [{ does: 'restore-photos', photos: 1 }, 'Restore 1 photo', '恢复 1 张照片'],
  [{ does: 'set-photo-user-data' }, 'Change the data of a photo', '更改一张照片的数据'],
  [{ does: 'rate-photos', photos: 1 }, 'Rate 1 photo', '给 1 张照片评分'],
  [{ does: 'turn-photos', photos: 1 }, 'Turn 1 photo', '旋转 1 张照片'],
  [
    { does: 'tag-photos', photos: 2, tags: ['beach', 'sea'] },
    'Tag 2 photos with beach, sea',
    '给 2 张照片加上标签：beach、sea',
  ],
  [{ does: 'untag-photos', photos: 1, tags: ['beach'] }, 'Take beach off 1 photo', '从 1 张照片去掉标签：beach'],
];

test.each(DEEDS)('%o is said in both languages', (deed, inEnglish, inChinese) => {
  expect(english.history.label(deed)).toBe(inEnglish);
  expect(chinese.history.label(deed)).toBe(inChinese);
});

test('no deed is left out above', () => {
  const said = new Set(DEEDS.map(([{ does }]) => does));
  expect(said).toEqual(new Set(Deed.options.map(({ shape }) => shape.does.value)));
});

test('a change of an earlier Kindred keeps its text', () => {
  const label: Label = 'Rename Anna to Anne';
  expect([english.history.label(label), chinese.history.label(label)]).toEqual([label, label]);
});

test('what undo left as it is, since it had changed, is told', () => {
  expect(english.history.skipped(1)).toBe('(1 thing that had changed since was left as it is.)');
  expect(english.history.skipped(1200)).toBe('(1,200 things that had changed since were left as they are.)');
  expect(chinese.history.skipped(2)).toContain('2 项');
});
