export { callName } from '#domain/text/callName.ts';
