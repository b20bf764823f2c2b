import { AppManifestUtils } from '@microsoft/app-manifest';
import type { Json } from '../fillTemplate.ts';
import type { Problem } from './problem.ts';
import { stringAt } from './unifiedManifest.ts';

/** What is used of the validator: it checks whatever it is given, though its typings ask for what it is there to find out. */
interface Validator {
  fetchSchema(url: string): Promise<object>;
  validateAgainstSchema(manifest: unknown, schema: unknown): Promise<readonly string[]>;
}

const validator: Validator = AppManifestUtils;

/** The schemas that come with @microsoft/app-manifest; another address would send it to the network. */
const knownSchema =
  /^https:\/\/developer\.microsoft\.com\/json-schemas\/teams\/v1\.30\/MicrosoftTeams(\.Localization)?\.schema\.json$/;

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/**
 * The published schema of localisation files names keys of activities by a pattern that is none in Unicode mode, on which the validator breaks off.
 * Without it those keys count as unknown, which is right here: the product has no activities.
 */
function withoutBrokenPatterns(schema: object): object {
  if (!('patternProperties' in schema)) return schema;
  const patterns = Object.entries(Object(schema.patternProperties));
  return {
    ...schema,
    patternProperties: Object.fromEntries(patterns.filter(([pattern]) => isPattern(pattern))),
  };
}

/** Holds a unified manifest, or one of its localisation files, to the schema that its `$schema` names. Works without a network. */
export async function schemaProblems(file: string, json: Json): Promise<readonly Problem[]> {
  const named = stringAt(json, '$schema');
  if (!knownSchema.test(named))
    return [{ where: file, what: `$schema is not one of version 1.30: ${named}` }];
  const schema = withoutBrokenPatterns(await validator.fetchSchema(named));
  const complaints = await validator.validateAgainstSchema(json, schema);
  return complaints.map((what) => ({ where: file, what: what.trim() }));
}
