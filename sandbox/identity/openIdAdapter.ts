import type { Adapter, AdapterPayload } from 'oidc-provider';
import { table } from '#sandbox/store/table.ts';
import type { Store } from '#sandbox/store/openStore.ts';

/** What the OpenID provider keeps: codes, refresh tokens, grants. `storedAt` and `expiresAt` are epoch milliseconds of the machine's clock. */
export interface KeptArtifact {
  readonly payload: AdapterPayload;
  readonly storedAt: number;
  readonly expiresAt: number;
}

const artifacts = table<KeptArtifact>('identity.openid');

/** Reads a code or refresh token without the provider, for what Entra decides before it. */
export function findArtifact(store: Store, model: string, id: string): KeptArtifact | undefined {
  return store.get(artifacts, model, id);
}

/** Changes a kept artifact, for example the scope of a refresh token. */
export async function changeArtifact(
  store: Store,
  model: string,
  id: string,
  change: AdapterPayload,
): Promise<void> {
  await store.write((writer) => {
    const kept = writer.get(artifacts, model, id);
    if (kept) writer.put(artifacts, model, id, { ...kept, payload: { ...kept.payload, ...change } });
  });
}

const models = ['Session', 'AuthorizationCode', 'RefreshToken', 'Grant', 'Interaction', 'AccessToken'];

/** Removes what ran out; called at start. */
export async function removeExpired(store: Store, now: number): Promise<void> {
  await store.write((writer) => {
    for (const model of models)
      for (const [id, { expiresAt }] of writer.all(artifacts, model))
        if (expiresAt <= now) writer.remove(artifacts, model, id);
  });
}

/** Without class instances and undefined members, which the store would not give back as they were. */
function plainCopy(payload: AdapterPayload): AdapterPayload {
  const copy: AdapterPayload = JSON.parse(JSON.stringify(payload));
  return copy;
}

/** The provider's storage over the sandbox's store: it survives a restart and goes with a reset. */
export function createOpenIdAdapter(store: Store, now: () => number): (model: string) => Adapter {
  return (model) => {
    const find = (id: string): KeptArtifact | undefined => {
      const kept = store.get(artifacts, model, id);
      return kept === undefined || kept.expiresAt <= now() ? undefined : kept;
    };
    return {
      async upsert(id, payload, expiresIn) {
        const storedAt = now();
        const expiresAt = storedAt + (expiresIn ?? 86_400) * 1000;
        await store.write((writer) =>
          writer.put(artifacts, model, id, { payload: plainCopy(payload), storedAt, expiresAt }),
        );
      },
      find: (id) => Promise.resolve(find(id)?.payload),
      findByUid: (uid) =>
        Promise.resolve(
          [...store.all(artifacts, model).values()].find(({ payload }) => payload.uid === uid)?.payload,
        ),
      findByUserCode: () => Promise.resolve(undefined),
      async consume(id) {
        await changeArtifact(store, model, id, { consumed: Math.floor(now() / 1000) });
      },
      async destroy(id) {
        await store.write((writer) => writer.remove(artifacts, model, id));
      },
      async revokeByGrantId(grantId) {
        await store.write((writer) => {
          for (const [id, { payload }] of writer.all(artifacts, model))
            if (payload.grantId === grantId) writer.remove(artifacts, model, id);
        });
      },
    };
  };
}
