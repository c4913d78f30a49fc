import { beforeEach, vi } from 'vitest';

/**
 * Gives elements a size and puts them in view, for tests without a layout engine. `setInView(false)` scrolls everything
 * out of view.
 */
export function fakeLayout(width = 600, height = 240): { setInView: (isInView: boolean) => void } {
  const observers = new Set<{ tell: () => void }>();
  let isInView = true;
  beforeEach(() => {
    isInView = true;
    observers.clear();
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(height);
    const measured = HTMLElement.prototype.getBoundingClientRect;
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
      return isInView ? measured.call(this) : new DOMRect(0, 100_000, width, height);
    });
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        readonly tell: () => void;
        constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
          this.tell = () => callback([{ isIntersecting: isInView }]);
        }
        observe() {
          observers.add(this);
          this.tell();
        }
        disconnect() {
          observers.delete(this);
        }
      },
    );
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
        unobserve() {}
        disconnect() {}
      },
    );
  });
  return {
    setInView(next) {
      isInView = next;
      for (const observer of observers) observer.tell();
    },
  };
}
