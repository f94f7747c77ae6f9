/** What was done and can be undone, in Chinese. */
import type { Label } from '../../../preload/contract/labels.ts';
import type { Strings } from '../english.ts';
import { n } from './numbers.ts';

const faces = (value: number): string => `${n(value)} 张人脸`;
const photos = (value: number): string => `${n(value)} 张照片`;
const people = (value: number): string => `${n(value)} 个人`;
const groups = (value: number): string => `${n(value)} 个未命名分组`;
const quoted = (name: string): string => `“${name}”`;
const who = (person: string | null): string => (person === null ? '某人' : quoted(person));
const show = (hidden: boolean): string => (hidden ? '隐藏' : '显示');

const NOUNS = { group: '群组', faceset: '人脸集', album: '相册' } as const;
const MEMBERS = { group: people, faceset: faces, album: photos } as const;
const collection = ({ kind, name }: { kind: keyof typeof NOUNS; name: string | null }): string =>
  name === null ? NOUNS[kind] : `${NOUNS[kind]}${quoted(name)}`;

function label(label: Label): string {
  if (typeof label === 'string') return label;
  switch (label.does) {
    case 'create-collection':
      return `新建${collection(label)}`;
    case 'rename-collection':
      return `把${collection(label)}重命名为${quoted(label.to)}`;
    case 'set-collection-user-data':
      return `更改${collection(label)}的数据`;
    case 'delete-collection':
      return `删除${collection(label)}`;
    case 'add-to-collection':
      return `把 ${MEMBERS[label.kind](label.members)}添加到${collection(label)}`;
    case 'take-from-collection':
      return `从${collection(label)}移除 ${MEMBERS[label.kind](label.members)}`;
    case 'confirm-faces':
      return `确认 ${faces(label.faces)}是${who(label.person)}`;
    case 'reject-faces':
      return `说明 ${faces(label.faces)}不是${who(label.person)}`;
    case 'draw-face':
      return '框出一张人脸';
    case 'split-faces':
      return `把 ${faces(label.faces)}分成单独一组`;
    case 'hide-faces':
      return `${show(label.hidden)} ${faces(label.faces)}`;
    case 'delete-faces':
      return `删除 ${faces(label.faces)}`;
    case 'name-faces':
      return `把 ${faces(label.faces)}命名为${quoted(label.name)}`;
    case 'name-cluster':
      return `把一个未命名分组命名为${quoted(label.name)}`;
    case 'hide-clusters':
      return `${show(label.hidden)} ${groups(label.groups)}`;
    case 'merge-clusters':
      return `合并 ${groups(label.groups)}`;
    case 'merge-cluster-into-person':
      return `把一个未命名分组并入${who(label.person)}`;
    case 'merge-persons': {
      const merged = [
        ...(label.people > 0 ? [label.people === 1 ? who(label.person) : ` ${people(label.people)}`] : []),
        ...(label.groups > 0 ? [` ${groups(label.groups)}`] : []),
      ];
      return `把${merged.join('和')}并入${who(label.into)}`;
    }
    case 'tell-apart':
      return `说明${who(label.person)}和${who(label.other)}不是同一个人`;
    case 'rename-person':
      return `把${who(label.person)}改名为${quoted(label.to)}`;
    case 'set-notes':
      return `更改${who(label.person)}的备注`;
    case 'set-person-user-data':
      return `更改${who(label.person)}的数据`;
    case 'set-feature-face':
      return `更改${who(label.person)}的头像`;
    case 'hide-persons':
      return `${show(label.hidden)} ${people(label.people)}`;
    case 'delete-persons':
      return label.people === 1 ? `删除${who(label.person)}` : `删除 ${people(label.people)}`;
    case 'delete-photos':
      return `从图库删除 ${photos(label.photos)}`;
    case 'restore-photos':
      return `恢复 ${photos(label.photos)}`;
    case 'set-photo-user-data':
      return '更改一张照片的数据';
    case 'rate-photos':
      return `给 ${photos(label.photos)}评分`;
    case 'turn-photos':
      return `旋转 ${photos(label.photos)}`;
    case 'tag-photos':
      return `给 ${photos(label.photos)}加上标签：${label.tags.join('、')}`;
    case 'untag-photos':
      return `从 ${photos(label.photos)}去掉标签：${label.tags.join('、')}`;
  }
}

export const history: Strings['history'] = {
  label,
  undone: (deed) => `已撤销：${deed}`,
  redone: (deed) => `已重做：${deed}`,
  skipped: (value) => `（其中 ${n(value)} 项此后有改动，保持原样。）`,
};
