import { tokens as fluentTokens } from '@fluentui/react-components';
import { tokens } from '#app/themeVariables.ts';

describe('the variables of the theme in the bundle', () => {
  it('are what Fluent calls its tokens, each and every one', () => {
    const names = Object.keys(fluentTokens);
    expect(names.length).toBeGreaterThan(300);
    expect(Object.fromEntries(names.map((name) => [name, Reflect.get(tokens, name)]))).toEqual(fluentTokens);
  });
});
