import { expect, test } from 'vitest';
import { Deed, Label } from '../../preload/contract/labels.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';

const DEEDS: readonly (readonly [Deed, done: string, undone: string, chinese: string])[] = [
  [
    { does: 'create-collection', kind: 'group', name: 'Family' },
    'Made the group Family',
    'Undid making the group Family',
    '新建群组“Family”',
  ],
  [
    { does: 'rename-collection', kind: 'faceset', name: 'Choir', to: 'Band' },
    'Renamed the face set Choir to Band',
    'Undid renaming the face set Choir to Band',
    '把人脸集“Choir”重命名为“Band”',
  ],
  [
    { does: 'set-collection-user-data', kind: 'album', name: 'Sea' },
    'Changed the data of the album Sea',
    'Undid changing the data of the album Sea',
    '更改相册“Sea”的数据',
  ],
  [
    { does: 'delete-collection', kind: 'album', name: null },
    'Deleted the album',
    'Undid deleting the album',
    '删除相册',
  ],
  [
    { does: 'add-to-collection', kind: 'group', name: 'Family', members: 3 },
    'Added 3 people to the group Family',
    'Undid adding 3 people to the group Family',
    '把 3 个人添加到群组“Family”',
  ],
  [
    { does: 'take-from-collection', kind: 'faceset', name: 'Choir', members: 1 },
    'Took 1 face out of the face set Choir',
    'Undid taking 1 face out of the face set Choir',
    '从人脸集“Choir”移除 1 张人脸',
  ],
  [
    { does: 'confirm-faces', faces: 3, person: 'Anna' },
    'Confirmed 3 faces as Anna',
    'Undid confirming 3 faces as Anna',
    '确认 3 张人脸是“Anna”',
  ],
  [
    { does: 'confirm-faces', faces: 1, person: null },
    'Confirmed 1 face as a person',
    'Undid confirming 1 face as a person',
    '确认 1 张人脸是某人',
  ],
  [
    { does: 'reject-faces', faces: 2, person: 'Anna' },
    'Marked 2 faces as not Anna',
    'Undid marking 2 faces as not Anna',
    '标记 2 张人脸不是“Anna”',
  ],
  [{ does: 'draw-face' }, 'Drew a face', 'Undid drawing a face', '框出一张人脸'],
  [
    { does: 'split-faces', faces: 2 },
    'Took 2 faces out as somebody else',
    'Undid taking 2 faces out as somebody else',
    '把 2 张人脸分出来作为另一个人',
  ],
  [{ does: 'hide-faces', faces: 1, hidden: true }, 'Hid 1 face', 'Undid hiding 1 face', '隐藏 1 张人脸'],
  [{ does: 'delete-faces', faces: 1200 }, 'Deleted 1,200 faces', 'Undid deleting 1,200 faces', '删除 1,200 张人脸'],
  [
    { does: 'name-faces', faces: 1, name: 'Bea' },
    'Named 1 face Bea',
    'Undid naming 1 face Bea',
    '把 1 张人脸命名为“Bea”',
  ],
  [
    { does: 'name-cluster', name: 'Bea' },
    'Named a group of faces Bea',
    'Undid naming a group of faces Bea',
    '把一个未命名分组命名为“Bea”',
  ],
  [
    { does: 'hide-clusters', groups: 1, hidden: false },
    'Brought back a group of faces',
    'Undid bringing back a group of faces',
    '重新显示 1 个未命名分组',
  ],
  [
    { does: 'merge-clusters', groups: 3 },
    'Merged 3 groups of faces',
    'Undid merging 3 groups of faces',
    '合并 3 个未命名分组',
  ],
  [
    { does: 'merge-cluster-into-person', person: 'Anna' },
    'Added a group of faces to Anna',
    'Undid adding a group of faces to Anna',
    '把一个未命名分组并入“Anna”',
  ],
  [
    { does: 'merge-persons', people: 1, person: 'Anne', groups: 2, into: 'Anna' },
    'Merged Anne and 2 groups of faces into Anna',
    'Undid merging Anne and 2 groups of faces into Anna',
    '把“Anne”和 2 个未命名分组并入“Anna”',
  ],
  [
    { does: 'merge-persons', people: 3, person: null, groups: 0, into: 'Anna' },
    'Merged 3 people into Anna',
    'Undid merging 3 people into Anna',
    '把 3 个人并入“Anna”',
  ],
  [
    { does: 'tell-apart', person: 'Anna', other: 'Bea' },
    'Marked Anna and Bea as different people',
    'Undid marking Anna and Bea as different people',
    '标记“Anna”和“Bea”不是同一个人',
  ],
  [
    { does: 'rename-person', person: 'Anna', to: 'Anne' },
    'Renamed Anna to Anne',
    'Undid renaming Anna to Anne',
    '把“Anna”改名为“Anne”',
  ],
  [
    { does: 'set-notes', person: 'Anna' },
    'Changed the notes on Anna',
    'Undid changing the notes on Anna',
    '更改“Anna”的备注',
  ],
  [
    { does: 'set-person-user-data', person: 'Anna' },
    'Changed the data of Anna',
    'Undid changing the data of Anna',
    '更改“Anna”的数据',
  ],
  [
    { does: 'set-feature-face', person: 'Anna' },
    'Changed the picture of Anna',
    'Undid changing the picture of Anna',
    '更改“Anna”的头像',
  ],
  [
    { does: 'hide-persons', people: 1, person: 'Anna', groups: 0, hidden: true },
    'Hid Anna',
    'Undid hiding Anna',
    '隐藏“Anna”',
  ],
  [
    { does: 'hide-persons', people: 2, person: null, groups: 1, hidden: false },
    'Brought back 2 people and a group of faces',
    'Undid bringing back 2 people and a group of faces',
    '重新显示 2 个人和 1 个未命名分组',
  ],
  [
    { does: 'delete-persons', people: 1, person: 'Anna' },
    'Deleted the name Anna',
    'Undid deleting the name Anna',
    '删除名字“Anna”',
  ],
  [
    { does: 'delete-persons', people: 2, person: null },
    'Deleted the names of 2 people',
    'Undid deleting the names of 2 people',
    '删除 2 个人的名字',
  ],
  [
    { does: 'delete-photos', photos: 2 },
    'Deleted 2 photos from the library',
    'Undid deleting 2 photos from the library',
    '从图库删除 2 张照片',
  ],
  [{ does: 'restore-photos', photos: 1 }, 'Restored 1 photo', 'Undid restoring 1 photo', '恢复 1 张照片'],
  [
    { does: 'set-photo-user-data' },
    'Changed the data of a photo',
    'Undid changing the data of a photo',
    '更改一张照片的数据',
  ],
  [{ does: 'rate-photos', photos: 1 }, 'Rated 1 photo', 'Undid rating 1 photo', '给 1 张照片评分'],
  [{ does: 'turn-photos', photos: 1 }, 'Turned 1 photo', 'Undid turning 1 photo', '旋转 1 张照片'],
  [
    { does: 'tag-photos', photos: 2, tags: ['beach', 'sea'] },
    'Tagged 2 photos with beach, sea',
    'Undid tagging 2 photos with beach, sea',
    '给 2 张照片加上标签“beach”、“sea”',
  ],
  [
    { does: 'untag-photos', photos: 1, tags: ['beach'] },
    'Took beach off 1 photo',
    'Undid taking beach off 1 photo',
    '从 1 张照片去掉标签“beach”',
  ],
];

test.each(DEEDS)('%o is said in both languages, done, undone and done again', (deed, done, undone, inChinese) => {
  expect(english.history.done(deed)).toBe(done);
  expect(english.history.undone(deed)).toBe(undone);
  expect(english.history.redone(deed)).toBe(`${done} again`);
  expect(chinese.history.done(deed)).toBe(`已${inChinese}`);
  expect(chinese.history.undone(deed)).toBe(`已撤销${inChinese}的操作`);
  expect(chinese.history.redone(deed)).toBe(`已重做${inChinese}的操作`);
});

test('no deed is left out above', () => {
  const said = new Set(DEEDS.map(([{ does }]) => does));
  expect(said).toEqual(new Set(Deed.options.map(({ shape }) => shape.does.value)));
});

test('a change of an earlier Kindred keeps its text', () => {
  const label: Label = 'Rename Anna to Anne';
  expect([english.history.done(label), chinese.history.done(label)]).toEqual([label, label]);
  expect(english.history.undone(label)).toBe('Undone: Rename Anna to Anne');
  expect(chinese.history.redone(label)).toBe('已重做：Rename Anna to Anne');
});

test('people who were hidden by an earlier Kindred are told by their number', () => {
  const label = Label.parse({ does: 'hide-persons', people: 2, hidden: true });
  expect(english.history.done(label)).toBe('Hid 2 people');
});

test('what undo left as it is, since it had changed, is told', () => {
  expect(english.history.skipped(1)).toBe('(1 thing that had changed since was left as it is.)');
  expect(english.history.skipped(1200)).toBe('(1,200 things that had changed since were left as they are.)');
  expect(chinese.history.skipped(2)).toContain('2 项');
});
