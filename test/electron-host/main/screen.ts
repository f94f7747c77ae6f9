/** `screen`: one display of an ordinary size, with a bar along its top. */
const BAR = 40;

const display = {
  id: 1,
  scaleFactor: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: BAR, width: 1920, height: 1080 - BAR },
  size: { width: 1920, height: 1080 },
  workAreaSize: { width: 1920, height: 1080 - BAR },
};

export const screen = {
  getAllDisplays: () => [structuredClone(display)],
  getPrimaryDisplay: () => structuredClone(display),
};
