/**
 * Lets every element have its own inline style and nothing else, for tests of large screens: working out the style of each element from a
 * thousand rules, as queries by role do, takes jsdom seconds. What is hidden by attribute stays hidden.
 */
export function drawWithPlainStyles(): void {
  beforeAll(() => {
    jest.spyOn(window, 'getComputedStyle').mockImplementation((element) => {
      const style = document.createElement('i').style;
      if (element instanceof HTMLElement) {
        style.cssText = element.style.cssText;
        if (element.hidden) style.display = 'none';
      }
      return style;
    });
  });
  afterAll(() => jest.restoreAllMocks());
}
