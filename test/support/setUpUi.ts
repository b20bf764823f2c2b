import '@testing-library/jest-dom';

/** jsdom has no layout: nothing ever changes its size, so there is nothing to tell. */
class StillResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver ??= StillResizeObserver;
