/** What did not work, in Chinese. Where main alone knows what it was, its words follow in brackets. */
import type { Failure } from '../../../preload/contract/failure.ts';
import type { Strings } from '../english.ts';
import { reasons } from './reasons.ts';

const withMessage =
  (words: string) =>
  ({ message }: Failure): string =>
    message === '' ? words : `${words}（${message}）`;

/** @param named what is said when it is known what the failure is about */
const naming =
  (named: (about: string) => string, otherwise: string | ((failure: Failure) => string)) =>
  (failure: Failure): string => {
    if (failure.about !== undefined) return named(failure.about);
    return typeof otherwise === 'string' ? otherwise : otherwise(failure);
  };

export const failures: Strings['failures'] = {
  'not-found': naming((about) => `${about} 不存在。`, '这已不在图库中。'),
  unreadable: naming((path) => `${path} 无法读取，可能没有权限或磁盘出错。`, reasons.unreadable),
  'not-a-folder': naming((path) => `${path} 不是文件夹。`, '这不是文件夹。'),
  'relative-path': naming(
    (path) => `${path} 不是完整的路径。请从最上层写起，例如 /home/me/Pictures。`,
    '这不是完整的路径。',
  ),
  'nothing-to-undo': () => '没有可以撤销的操作。',
  'nothing-to-redo': () => '没有可以重做的操作。',
  'name-taken': naming((name) => `已经有名为“${name}”的人物。`, '已经有同名的人物。'),
  'empty-name': () => '名称至少需要一个字符。',
  'small-box': () => '人脸的方框至少要有 8 像素，并且在照片之内。',
  invalid: withMessage('无法这样做。'),
  'invalid-arguments': withMessage('无法这样做。'),
  stale: () => '照片列表已经更新。请重试。',
  busy: () => 'Kindred 正忙。请稍后重试。',

  'library-busy': () => '另一个 Kindred 正在使用此图库。请先在那里关闭它。',
  foreign: naming((file) => `${file} 不是 Kindred 的图库。请选择其他文件。`, '这不是 Kindred 的图库。'),
  newer: () => '此图库由更新版本的 Kindred 写入。请先更新 Kindred。',
  corrupt: naming((file) => `${file} 已损坏，无法使用。请选择其他文件。`, withMessage(reasons.corrupt)),
  'disk-full': () => '磁盘已满。不会丢失任何内容；请腾出空间后重试。',
  'not-writable': naming(
    (folder) => `无法写入 ${folder}。请选择其他位置。`,
    '无法写入图库。请检查文件夹的权限和磁盘。',
  ),
  exists: naming((file) => `${file} 已经存在，不会被覆盖。请换一个名称。`, '文件已经存在，不会被覆盖。请换一个名称。'),
  interrupted: () => '检查图库的过程提前结束。请重试。',
  'not-reopened': withMessage('图库无法重新打开。请重新启动 Kindred。'),
  closed: () => 'Kindred 正在关闭或重新打开。请稍后重试。',

  unsupported: () => reasons.unsupported,
  'too-large': withMessage(reasons['too-large']),
  timeout: () => reasons.timeout,
  crashed: () => reasons.crashed,
  'start-failed': withMessage('识别程序无法启动。请重新启动 Kindred。'),
  cancelled: () => '已取消。',

  'pack-missing': naming((file) => `找不到模型包，或无法读取：${file}`, '模型包已不在原处。'),
  'pack-invalid': withMessage('这不是可用的模型包。'),
  'pack-damaged': naming((file) => `模型包中的 ${file} 已损坏。请重新复制模型包。`, '模型包已损坏。请重新复制模型包。'),
  'pack-too-new': () => '此模型包适用于更新版本的 Kindred。请先更新 Kindred。',
  'pack-unknown-decoder': withMessage('此版本的 Kindred 无法使用此模型包。'),
  'pack-unusable': withMessage('此模型包中的模型无法在这里运行。'),
  'pack-exists': naming((pack) => `已经有模型包 ${pack}。请先移除它。`, '已经有此模型包。请先移除它。'),
  'pack-in-use': () => '此模型包正在使用。请先选择其他模型包。',

  'port-taken': naming((port) => `端口 ${port} 已被其他程序使用。请选择其他端口。`, '此端口已被其他程序使用。'),
  'no-port': naming((port) => `无法使用端口 ${port}。请选择 1023 以上的其他端口。`, '无法使用此端口。'),
  unauthorized: () => reasons.unauthorized,
  offline: () => 'Kindred 没有响应。',
  forbidden: () => 'Kindred 只接受来自其自身地址的请求。',
  internal: withMessage('出现意外错误。'),
};
