/** Client request tokens: a retried request must not act twice. */
import { conflict } from './errors';
import type { Scene } from './operation';

/**
 * Runs once for each token; the same request again gets the first answer (service model, ClientRequestToken).
 *
 * @throws AwsError ConflictException where the token came with another request (unverified, A28).
 */
export function withClientToken(
  scene: Scene,
  operation: string,
  token: string,
  input: unknown,
  run: () => unknown,
): unknown {
  const key = `${scene.account} ${scene.region} ${operation} ${token}`;
  const text = JSON.stringify(input);
  const known = scene.records.tokens.get(key);
  if (known?.input === text) return known.output;
  if (known !== undefined)
    throw conflict('the client request token was used for another request', 'TOKEN', token);
  const output = run();
  scene.records.tokens.set(key, { input: text, output });
  return output;
}
