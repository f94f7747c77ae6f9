/**
 * What is measured inside the page: when something is painted, how long frames are. Put into every page before its
 * own scripts; the bench calls it by `bench.…`.
 */
globalThis.bench = (() => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  /** After the next frame has been drawn. */
  const painted = async () => {
    await frame();
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    return performance.now();
  };

  const isInSight = (element) => {
    const { top, bottom, width } = element.getBoundingClientRect();
    return width > 0 && bottom > 0 && top < innerHeight;
  };

  /** When every picture in sight that the selector finds is there, ms since the page began. */
  const picturesPainted = async (selector) => {
    for (;;) {
      const pictures = [...document.querySelectorAll(selector)].filter(isInSight);
      if (pictures.length > 0 && pictures.every((picture) => picture.complete && picture.naturalWidth > 0)) {
        return painted();
      }
      await frame();
    }
  };

  /** When the selector finds something that is drawn, ms since the page began. */
  const shown = async (selector) => {
    while (!document.querySelector(selector)) await frame();
    return painted();
  };

  /**
   * Scrolls what the selector finds for so long.
   * @param speed px a second
   * @returns intervals between frames, ms
   */
  const scroll = async (selector, seconds, speed) => {
    const scroller = document.querySelector(selector);
    const begun = performance.now();
    const intervals = [];
    let last = await frame();
    while (last - begun < seconds * 1000) {
      const now = await frame();
      intervals.push(now - last);
      scroller.scrollTop += (speed * (now - last)) / 1000;
      last = now;
    }
    return { intervals, scrolled: scroller.scrollTop };
  };

  /** Presses what the selector finds. @returns ms until `then` has come */
  const press = async (selector, then) => {
    const begun = performance.now();
    document.querySelector(selector).click();
    return (await then()) - begun;
  };

  return { picturesPainted, shown, scroll, press, paints: () => performance.getEntriesByType('paint') };
})();
