import { beforeEach, vi } from 'vitest';

/** Letters of a canvas without fonts are this wide, over the font's size. */
const letterWidth = 0.6;

/**
 * Canvases that can be drawn on where there is none: nothing appears, texts have a width, and `texts()` tells what has
 * been written since the test began.
 */
export function fakeCanvas(): { readonly texts: () => readonly string[] } {
  let written: string[] = [];
  beforeEach(() => {
    written = [];
    vi.stubGlobal('Path2D', Path);
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(() => drawingContext(written));
  });
  return { texts: () => written };
}

/** A context that records what is written on it and swallows everything else. */
export function drawingContext(written: string[]): CanvasRenderingContext2D {
  const known: Record<string | symbol, unknown> = {
    font: '10px sans-serif',
    measureText: (text: string) => ({ width: text.length * letterWidth * Number.parseFloat(String(known.font)) }),
    fillText: (text: string) => void written.push(text),
    createImageData: (width: number, height: number) => ({ data: new Uint8ClampedArray(width * height * 4) }),
  };
  const context: CanvasRenderingContext2D = Object.create(null);
  return new Proxy(context, {
    get: (_, name) => (name in known ? known[name] : () => {}),
    set: (_, name, value) => {
      known[name] = value;
      return true;
    },
  });
}

class Path {
  moveTo() {}
  lineTo() {}
  rect() {}
  arc() {}
  closePath() {}
  addPath() {}
}
