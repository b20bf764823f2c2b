import { countOf } from '../odata/countOf.ts';
import type { GraphServices, Operation, Route } from '../types.ts';
import {
  deleteMessage,
  getMailFolder,
  getMessage,
  getMessageEvent,
  listMailFolders,
  listMessages,
  moveMessage,
  updateMessage,
} from './messageOperations.ts';
import { sendMail } from './sendMail.ts';

/** Sending mail, and a mailbox in which a message can be opened. */
export function mailRoutes(services: GraphServices): readonly Route[] {
  const [folders, folder] = ['user/{user}/mailFolders', 'user/{user}/mailFolders/{folder}'];
  const lists = ['user/{user}/messages', `${folder}/messages`];
  return [
    route('POST', 'user/{user}/sendMail', ['Mail.Send'], sendMail(services)),
    read(folders, listMailFolders(services)),
    read(folder, getMailFolder(services)),
    ...lists.flatMap((list) => [
      read(list, listMessages(services)),
      read(`${list}/$count`, countOf(listMessages(services))),
      read(`${list}/{message}`, getMessage(services)),
      read(`${list}/{message}/event`, getMessageEvent(services)),
      read(`${list}/{message}/eventMessage/event`, getMessageEvent(services)),
      write('PATCH', `${list}/{message}`, updateMessage(services)),
      write('DELETE', `${list}/{message}`, deleteMessage(services)),
      write('POST', `${list}/{message}/move`, moveMessage(services)),
    ]),
  ];
}

function read(template: string, operation: Operation): Route {
  return route('GET', template, ['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'], operation);
}

function write(method: string, template: string, operation: Operation): Route {
  return route(method, template, ['Mail.ReadWrite'], operation);
}

function route(method: string, template: string, scopes: readonly string[], operation: Operation): Route {
  return { method, template, scopes, workload: 'outlook', operation };
}
