import type { Route } from '../types.ts';

export interface FoundRoute {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

interface Node {
  readonly fixed: Map<string, Node>;
  variable: { readonly name: string; readonly node: Node } | undefined;
  readonly routes: Map<string, { readonly route: Route; readonly names: readonly string[] }>;
}

/** Looks routes up by method and segments; fixed segments, in any case, go before variable ones. */
export function createRouter(
  routes: readonly Route[],
): (method: string, segments: readonly string[]) => FoundRoute | 'noSuchPath' | readonly string[] {
  const root = emptyNode();
  for (const route of routes) add(root, route);
  return (method, segments) => {
    const matches = walk(root, segments, []);
    for (const { node, values } of matches) {
      const found = node.routes.get(method);
      if (found)
        return {
          route: found.route,
          params: Object.fromEntries(found.names.map((name, index) => [name, values[index] ?? ''])),
        };
    }
    const [best] = matches;
    return best ? [...best.node.routes.keys()] : 'noSuchPath';
  };
}

function emptyNode(): Node {
  return { fixed: new Map(), variable: undefined, routes: new Map() };
}

function add(root: Node, route: Route): void {
  const names: string[] = [];
  let node = root;
  for (const segment of route.template.split('/')) {
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    if (name === undefined) {
      const key = segment.toLowerCase();
      let next = node.fixed.get(key);
      if (!next) node.fixed.set(key, (next = emptyNode()));
      node = next;
    } else {
      names.push(name);
      node.variable ??= { name, node: emptyNode() };
      node = node.variable.node;
    }
  }
  node.routes.set(route.method, { route, names });
}

function walk(
  node: Node,
  segments: readonly string[],
  values: readonly string[],
): { readonly node: Node; readonly values: readonly string[] }[] {
  const [segment, ...rest] = segments;
  if (segment === undefined) return node.routes.size > 0 ? [{ node, values }] : [];
  const fixed = node.fixed.get(segment.toLowerCase());
  return [
    ...(fixed ? walk(fixed, rest, values) : []),
    ...(node.variable ? walk(node.variable.node, rest, [...values, segment]) : []),
  ];
}
