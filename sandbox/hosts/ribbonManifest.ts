import { renderManifests } from '../../scripts/package/manifests.ts';
import { readManifestSources } from '../../scripts/package/readSources.ts';
import type { Json } from '../../scripts/package/fillTemplate.ts';

/** What a ribbon button does: opens a page in the task pane, or runs a function of a page nobody sees. */
export type RibbonAction =
  | { readonly kind: 'pane'; readonly page: string; readonly isPinnable: boolean }
  | { readonly kind: 'function'; readonly page: string; readonly name: string };

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Path of its picture on the app's origin. */
  readonly icon: string;
  readonly action: RibbonAction;
  /** Mailbox requirement set that it needs, `1.5`. */
  readonly mailboxSet: string;
}

/** The ribbon of one add-in: groups of buttons for each context of the manifest (`mailRead`, `meetingDetailsOrganizer` …). */
export interface RibbonManifest {
  readonly name: string;
  readonly id: string;
  readonly groups: readonly {
    readonly contexts: readonly string[];
    readonly label: string;
    readonly buttons: readonly RibbonButton[];
  }[];
}

type Members = ReadonlyMap<string, Json>;

function membersOf(value: Json | undefined): Members {
  return new Map(
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [],
  );
}

function listIn(members: Members, name: string): readonly Members[] {
  const value = members.get(name);
  return Array.isArray(value) ? value.map((item: Json) => membersOf(item)) : [];
}

function textIn(members: Members, name: string): string {
  const value = members.get(name);
  return typeof value === 'string' ? value : '';
}

function mailboxSetOf(members: Members): string {
  const capabilities = listIn(membersOf(members.get('requirements')), 'capabilities');
  const mailbox = capabilities.find((capability) => textIn(capability, 'name') === 'Mailbox');
  return mailbox === undefined ? '1.1' : textIn(mailbox, 'minVersion') || '1.1';
}

function readActions(
  extension: Members,
): ReadonlyMap<string, { readonly action: RibbonAction; readonly mailboxSet: string }> {
  return new Map(
    listIn(extension, 'runtimes').flatMap((runtime) => {
      const page = textIn(membersOf(runtime.get('code')), 'page');
      const mailboxSet = mailboxSetOf(runtime);
      return listIn(runtime, 'actions').map(
        (entry): [string, { action: RibbonAction; mailboxSet: string }] => {
          const id = textIn(entry, 'id');
          const action: RibbonAction =
            textIn(entry, 'type') === 'openPage'
              ? {
                  kind: 'pane',
                  page: textIn(entry, 'page') || page,
                  isPinnable: entry.get('pinnable') === true,
                }
              : { kind: 'function', page, name: id };
          return [id, { action, mailboxSet }];
        },
      );
    }),
  );
}

/** Reads the ribbons out of a filled unified manifest. A button whose action is missing is left out, as Outlook does. */
export function readRibbons(manifest: Json): RibbonManifest {
  const root = membersOf(manifest);
  const groups = listIn(root, 'extensions').flatMap((extension) => {
    const actions = readActions(extension);
    return listIn(extension, 'ribbons').flatMap((ribbon) => {
      const contexts = ribbon.get('contexts');
      return listIn(ribbon, 'tabs')
        .flatMap((tab) => listIn(tab, 'groups'))
        .map((group) => ({
          contexts: Array.isArray(contexts) ? contexts.map(String) : [],
          label: textIn(group, 'label'),
          buttons: listIn(group, 'controls').flatMap((control) => {
            const found = actions.get(textIn(control, 'actionId'));
            if (found === undefined) return [];
            const icons = listIn(control, 'icons');
            const icon = icons.find((entry) => entry.get('size') === 32) ?? icons[0];
            return [
              {
                id: textIn(control, 'id'),
                label: textIn(control, 'label'),
                tip: textIn(membersOf(control.get('supertip')), 'description'),
                icon: icon === undefined ? '' : new URL(textIn(icon, 'url'), 'https://localhost').pathname,
                ...found,
              },
            ];
          }),
        }));
    });
  });
  return { name: textIn(membersOf(root.get('name')), 'short'), id: textIn(root, 'id'), groups };
}

/** The project's own manifest, filled for an app at `origin` as packaging fills it. It is read anew each time: a change shows when the page is loaded again. */
export function ribbonOfProject(root: string, origin: string, clientId: string): RibbonManifest {
  const release = {
    origin,
    clientId,
    tenant: 'organizations',
    version: '1.0.0',
    publisher: 'Mentor Meetings',
    contact: undefined,
  };
  return readRibbons(renderManifests(readManifestSources(root), release).unified);
}
