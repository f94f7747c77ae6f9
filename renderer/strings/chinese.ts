/** The window in Chinese. */
import type { Strings } from './english.ts';

const n = (value: number): string => value.toLocaleString('zh');

export const chinese: Strings = {
  locale: 'zh',
  views: { label: '视图', photos: '照片', people: '人物' },
  common: {
    close: '关闭',
    cancel: '取消',
    retry: '重试',
    undo: '撤销',
    undone: (label) => `已撤销：${label}`,
    redone: (label) => `已重做：${label}`,
    failedTitle: '操作没有成功',
    loading: '正在加载',
  },
  count: {
    photos: (value) => `${n(value)} 张照片`,
    faces: (value) => `${n(value)} 张人脸`,
    people: (value) => `${n(value)} 个人`,
    unnamedGroups: (value) => `${n(value)} 个未命名分组`,
  },
  photos: {
    emptyTitle: '还没有照片',
    emptyHint: '把文件夹或照片拖到此窗口的任意位置。Kindred 在原处读取它们，从不修改。',
    failedTitle: '无法读取图库',
    grid: '按日期排列的照片',
    today: '今天',
    yesterday: '昨天',
    noDate: '无日期',
    larger: '放大照片',
    smaller: '缩小照片',
    scrubber: '日期',
  },
  photo: {
    previous: '上一张',
    next: '下一张',
    showFaces: '显示人脸',
    showInfo: '显示详情',
    unknownFace: '未知',
    zoomIn: '放大',
    zoomOut: '缩小',
    camera: '相机',
    date: '日期',
    file: '文件',
    size: '尺寸',
    people: '人物',
  },
  people: {
    title: '人物',
    unnamed: '这是谁？',
    emptyTitle: '还没有人物',
    emptyHint: '导入带有人脸的照片后，照片上的人会出现在这里，由您为他们命名。',
    name: '姓名',
    nameThem: '为此人命名',
  },
  imports: {
    title: '导入',
    running: (done, total) => `正在导入 ${n(done)} / ${n(total)}`,
  },
};
