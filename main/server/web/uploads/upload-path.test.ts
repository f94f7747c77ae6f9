import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeName, uploadPath } from './upload-path.ts';

const DAY = '2026-05-01';

test.each([
  ['IMG_1.jpg', [DAY, 'IMG_1.jpg']],
  ['Italy/day 1/IMG_1.JPG', ['Italy', 'day 1', 'IMG_1.JPG']],
  ['/Italy//./IMG_1.jpg', ['Italy', 'IMG_1.jpg']],
  ['Italy\\IMG_1.jpg', ['Italy', 'IMG_1.jpg']],
  ['Urlaub am Meer/Möwe.png', ['Urlaub am Meer', 'Möwe.png']],
  ['家/奶奶 👩‍👧.heic', ['家', '奶奶 👩‍👧.heic']],
  ['recovered', [DAY, 'recovered']],
])('%s goes to %j', (path, parts) => {
  expect(uploadPath(path, DAY)).toEqual(parts);
});

test.each([
  ['', 'bad-name'],
  ['/', 'bad-name'],
  ['../../.ssh/key.jpg', 'bad-name'],
  ['Italy/../../a.jpg', 'bad-name'],
  ['..\\a.jpg', 'bad-name'],
  [`${'a/'.repeat(30)}a.jpg`, 'bad-name'],
  [`${'a'.repeat(3000)}.jpg`, 'bad-name'],
  ['.hidden.jpg', 'hidden'],
  ['Italy/._IMG_1.jpg', 'hidden'],
  ['Italy/@eaDir/IMG_1.jpg', 'hidden'],
  ['film.mp4', 'not-a-photo'],
  ['photo.jpg.exe', 'not-a-photo'],
  ['drawing.svg', 'not-a-photo'],
])('%s is refused: %s', (path, code) => {
  expect(() => uploadPath(path, DAY)).toThrow(expect.objectContaining({ code }));
});

test.each([
  ['a:b?.jpg', 'a_b_.jpg'],
  ['line\nbreak\u0000.jpg', 'line_break_.jpg'],
  ['\u202egpj.exe.jpg', '_gpj.exe.jpg'],
  ['CON', '_CON'],
  ['con.jpg', '_con.jpg'],
  ['Lpt1.tar.png', '_Lpt1.tar.png'],
  ['console.jpg', 'console.jpg'],
  ['trailing. . ', 'trailing'],
  ['   ', '_'],
  ['e\u0301.jpg', 'é.jpg'],
  ['half \ud83d.jpg', 'half \ufffd.jpg'],
])('%j becomes %j', (name, safe) => {
  expect(safeName(name)).toBe(safe);
});

test('a name too long for a disk loses its end, not its extension or half a character', () => {
  const name = safeName(`${'山'.repeat(150)}.jpeg`);
  expect(name).toMatch(/^山+\.jpeg$/);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
});

test('whatever is sent, what is kept is a name below its folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (path) => {
      let parts: readonly string[];
      try {
        parts = uploadPath(path, DAY);
      } catch {
        return;
      }
      expect(parts.length).toBeGreaterThan(1);
      for (const part of parts) {
        expect(part).not.toMatch(/[/\\\p{Cc}<>:"|?*]|^\.|[. ]$|^$/u);
        expect(Buffer.byteLength(part)).toBeLessThanOrEqual(200);
      }
    }),
    { numRuns: 2000 },
  );
});
