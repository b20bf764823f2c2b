import { createDeviceMemory, type KeyValueStore } from '#adapters/memory/createDeviceMemory.ts';

function mapStore(): KeyValueStore & { readonly values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => void values.set(name, value),
    removeItem: (name) => void values.delete(name),
  };
}

describe('the memory of a device', () => {
  it('gives back what was kept', () => {
    const memory = createDeviceMemory(mapStore(), () => 'tid.oid');
    memory.keep('draft', { step: 2, partner: ['a', 1, null] });
    expect(memory.read('draft')).toEqual({ step: 2, partner: ['a', 1, null] });
    memory.forget('draft');
    expect(memory.read('draft')).toBeUndefined();
  });

  it('keeps accounts apart', () => {
    const store = mapStore();
    let account = 'tid.morgan';
    const memory = createDeviceMemory(store, () => account);
    memory.keep('partner', 'Dana');
    account = 'tid.femi';
    expect(memory.read('partner')).toBeUndefined();
    memory.keep('partner', 'Lee');
    memory.forgetAll();
    account = 'tid.morgan';
    expect(memory.read('partner')).toBe('Dana');
    expect(store.values.size).toBe(1);
  });

  it('knows nothing and keeps nothing before sign-in', () => {
    const store = mapStore();
    const memory = createDeviceMemory(store, () => undefined);
    memory.keep('partner', 'Dana');
    expect(memory.read('partner')).toBeUndefined();
    expect(store.values.size).toBe(0);
  });

  it('ignores what is not JSON', () => {
    const store = mapStore();
    store.setItem('mentor-meetings/a/draft', '{"step":');
    const memory = createDeviceMemory(store, () => 'a');
    expect(memory.read('draft')).toBeUndefined();
    expect(store.values.size).toBe(0);
  });

  it('refuses what is too large, and does not leave the older value in its place', () => {
    const memory = createDeviceMemory(mapStore(), () => 'a');
    memory.keep('draft', 'small');
    memory.keep('draft', 'x'.repeat(70_000));
    expect(memory.read('draft')).toBeUndefined();
  });

  it('does not fill the browser', () => {
    const store = mapStore();
    const memory = createDeviceMemory(store, () => 'a');
    for (let index = 0; index < 200; index += 1) memory.keep(`key${index}`, index);
    expect(store.values.size).toBeLessThanOrEqual(40);
  });

  it('goes on when the quota is used up', () => {
    const store = mapStore();
    const memory = createDeviceMemory(
      {
        ...store,
        getItem: () => null,
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      },
      () => 'a',
    );
    expect(() => memory.keep('draft', 1)).not.toThrow();
  });

  it('lives as long as the page where the browser refuses its store', () => {
    const memory = createDeviceMemory(undefined, () => 'a');
    memory.keep('draft', 1);
    expect(memory.read('draft')).toBe(1);
  });
});
