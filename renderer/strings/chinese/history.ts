/** What was done, undone and done again, in Chinese. */
import type { Deed } from '../../../preload/contract/labels.ts';
import type { Strings } from '../english.ts';
import { n } from './numbers.ts';

const faces = (value: number): string => `${n(value)} 张人脸`;
const photos = (value: number): string => `${n(value)} 张照片`;
const people = (value: number): string => `${n(value)} 个人`;
const groups = (value: number): string => `${n(value)} 个未命名分组`;
const quoted = (name: string): string => `“${name}”`;
const who = (person: string | null): string => (person === null ? '某人' : quoted(person));
const hide = (hidden: boolean): string => (hidden ? '隐藏' : '重新显示');
const these = (value: number, person: string | null): string => (value === 1 ? who(person) : ` ${people(value)}`);
const all = (...parts: readonly (string | false)[]): string => parts.filter(Boolean).join('和');

const NOUNS = { group: '群组', faceset: '人脸集', album: '相册' } as const;
const MEMBERS = { group: people, faceset: faces, album: photos } as const;
const collection = ({ kind, name }: { kind: keyof typeof NOUNS; name: string | null }): string =>
  name === null ? NOUNS[kind] : `${NOUNS[kind]}${quoted(name)}`;

/** Such as "旋转 1 张照片". */
function saying(deed: Deed): string {
  switch (deed.does) {
    case 'create-collection':
      return `新建${collection(deed)}`;
    case 'rename-collection':
      return `把${collection(deed)}重命名为${quoted(deed.to)}`;
    case 'set-collection-user-data':
      return `更改${collection(deed)}的数据`;
    case 'delete-collection':
      return `删除${collection(deed)}`;
    case 'add-to-collection':
      return `把 ${MEMBERS[deed.kind](deed.members)}添加到${collection(deed)}`;
    case 'take-from-collection':
      return `从${collection(deed)}移除 ${MEMBERS[deed.kind](deed.members)}`;
    case 'confirm-faces':
      return `确认 ${faces(deed.faces)}是${who(deed.person)}`;
    case 'reject-faces':
      return `标记 ${faces(deed.faces)}不是${who(deed.person)}`;
    case 'draw-face':
      return '框出一张人脸';
    case 'split-faces':
      return `把 ${faces(deed.faces)}分出来作为另一个人`;
    case 'hide-faces':
      return `${hide(deed.hidden)} ${faces(deed.faces)}`;
    case 'delete-faces':
      return `删除 ${faces(deed.faces)}`;
    case 'name-faces':
      return `把 ${faces(deed.faces)}命名为${quoted(deed.name)}`;
    case 'name-cluster':
      return `把一个未命名分组命名为${quoted(deed.name)}`;
    case 'hide-clusters':
      return `${hide(deed.hidden)} ${groups(deed.groups)}`;
    case 'merge-clusters':
      return `合并 ${groups(deed.groups)}`;
    case 'merge-cluster-into-person':
      return `把一个未命名分组并入${who(deed.person)}`;
    case 'merge-persons': {
      const merged = all(
        deed.people > 0 && these(deed.people, deed.person),
        deed.groups > 0 && ` ${groups(deed.groups)}`,
      );
      return `把${merged}并入${who(deed.into)}`;
    }
    case 'tell-apart':
      return `标记${who(deed.person)}和${who(deed.other)}不是同一个人`;
    case 'rename-person':
      return `把${who(deed.person)}改名为${quoted(deed.to)}`;
    case 'set-notes':
      return `更改${who(deed.person)}的备注`;
    case 'set-person-user-data':
      return `更改${who(deed.person)}的数据`;
    case 'set-feature-face':
      return `更改${who(deed.person)}的头像`;
    case 'hide-persons':
      return `${hide(deed.hidden)}${all(these(deed.people, deed.person), deed.groups > 0 && ` ${groups(deed.groups)}`)}`;
    case 'delete-persons':
      return deed.people === 1 && deed.person !== null
        ? `删除名字${quoted(deed.person)}`
        : `删除 ${people(deed.people)}的名字`;
    case 'delete-photos':
      return `从图库删除 ${photos(deed.photos)}`;
    case 'restore-photos':
      return `恢复 ${photos(deed.photos)}`;
    case 'set-photo-user-data':
      return '更改一张照片的数据';
    case 'rate-photos':
      return `给 ${photos(deed.photos)}评分`;
    case 'turn-photos':
      return `旋转 ${photos(deed.photos)}`;
    case 'tag-photos':
      return `给 ${photos(deed.photos)}加上标签${deed.tags.map(quoted).join('、')}`;
    case 'untag-photos':
      return `从 ${photos(deed.photos)}去掉标签${deed.tags.map(quoted).join('、')}`;
  }
}

export const history: Strings['history'] = {
  done: (label) => (typeof label === 'string' ? label : `已${saying(label)}`),
  undone: (label) => (typeof label === 'string' ? `已撤销：${label}` : `已撤销${saying(label)}的操作`),
  redone: (label) => (typeof label === 'string' ? `已重做：${label}` : `已重做${saying(label)}的操作`),
  skipped: (value) => `（其中 ${n(value)} 项此后有改动，保持原样。）`,
};
